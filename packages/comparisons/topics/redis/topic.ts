import type { Observation } from '@await-next/oracle'
import type { Topic } from '../../src/topic.ts'

/** Sends back the cookies of an earlier answer, as a browser would. */
function withCookies(target: string, seen: Observation | undefined) {
  const cookies = (seen?.answers.at(-1)?.headers ?? [])
    .filter(([name]) => name.toLowerCase() === 'set-cookie')
    .map(([, value]) => value.split(';', 1)[0])
  return { target, headers: [['Cookie', cookies.join('; ')]] as const }
}

export default {
  group: 'applications',
  needs: ['redis'],
  title: { en: 'Redis: a cache and a session', zh: 'Redis：缓存与会话' },
  question: {
    en: 'Two requests ask for the same slow thing, two more count visits. What does Redis hold, and when is the session written: before the answer or after it?',
    zh: '两个请求要同一个慢数据，另外两个请求统计访问次数。Redis 里存了什么？会话是在应答之前还是之后写入的？',
  },
  requests: [
    { name: { en: 'a first look', zh: '第一次查询' }, target: '/weather/oslo' },
    { name: { en: 'the same again', zh: '再查一次' }, target: '/weather/oslo' },
    { name: { en: 'a first visit', zh: '第一次访问' }, target: '/visits' },
    {
      name: { en: 'a second one, with the cookie', zh: '带着 cookie 第二次访问' },
      after: (seen) => withCookies('/visits', seen[2]),
    },
    { name: { en: 'what Redis holds', zh: 'Redis 里的内容' }, target: '/keys' },
  ],
  express: {
    shows: [
      {
        status: 200,
        body: '{"city":"oslo","degrees":21,"asked":1}',
        headers: { 'x-cache': 'miss' },
      },
      {
        status: 200,
        body: '{"city":"oslo","degrees":21,"asked":1}',
        headers: { 'x-cache': 'hit' },
      },
      {
        status: 200,
        body: 'visit 1',
        headers: { 'set-cookie': /^connect\.sid=s%3Aa-random-id\./ },
      },
      { status: 200, body: 'visit 2', headers: { 'set-cookie': undefined } },
      { status: 200, body: '["session:a-random-id","weather:oslo"]' },
    ],
    why: {
      en: 'The middlewares take turns: the session wraps res.end, writes to the store when the handler answers, and only then lets the answer go. The cookie carries a signed id, and since nothing about it changes it is sent once.',
      zh: '会话中间件包装了 res.end：处理函数应答时，它先把会话写入存储，再放行应答。cookie 里只有带签名的 id，内容不变，所以只发一次。',
    },
  },
  koa: {
    shows: [
      {
        status: 200,
        body: '{"city":"oslo","degrees":21,"asked":1}',
        headers: { 'x-cache': 'miss' },
      },
      {
        status: 200,
        body: '{"city":"oslo","degrees":21,"asked":1}',
        headers: { 'x-cache': 'hit' },
      },
      { status: 200, body: 'visit 1' },
      { status: 200, body: 'visit 2' },
      { status: 200, body: '["session:a-random-id","weather:oslo"]' },
    ],
    why: {
      en: 'The session stands outside in the onion: when next() has settled, it writes to the store and sets the cookie; Koa answers after that. The cookie is sent again with each change of the session, and a second cookie holds the signature.',
      zh: '会话中间件在洋葱外层：next() 完成之后，它写入存储并设置 cookie，然后 Koa 才应答。会话每次变化，cookie 就重发一次；签名放在另一个 cookie 里。',
    },
  },
  answer: {
    en: 'The client library is the same and so is the cache. Both write the session before the client has its answer, in their own way: Express by wrapping res.end, Koa by code after await next().',
    zh: '客户端库相同，缓存的写法也相同。两边都在客户端收到应答之前写好会话，只是方式不同：Express 靠包装 res.end，Koa 靠 await next() 之后的代码。',
  },
} satisfies Topic<'redis'>
