import type { Observation } from '@await-next/oracle'
import type { Topic } from '../../src/topic.ts'

/** The cookies of an earlier answer, as a browser sends them back. */
function cookiesOf(seen: Observation | undefined): string {
  return (seen?.answers.at(-1)?.headers ?? [])
    .filter(([name]) => name.toLowerCase() === 'set-cookie')
    .map(([, value]) => value.split(';', 1)[0])
    .join('; ')
}

const withCookie = (target: string, cookie: string) => ({
  target,
  headers: [['Cookie', cookie]] as const,
})

export default {
  group: 'applications',
  title: { en: 'Sessions', zh: '会话' },
  question: {
    en: 'Somebody logs in, comes back, changes the cookie, logs out, and comes with the old cookie. What is in the cookie, and when does the old one still open the door?',
    zh: '有人登录、再次访问、篡改 cookie、退出，又带着旧 cookie 回来。cookie 里是什么？旧的什么时候还能开门？',
  },
  requests: [
    { name: { en: 'a visit without a cookie', zh: '没有 cookie 的访问' }, target: '/me' },
    { name: { en: 'a login', zh: '登录' }, target: '/login/ada' },
    {
      name: { en: 'a visit with the cookie', zh: '带 cookie 访问' },
      after: (seen) => withCookie('/me', cookiesOf(seen[1])),
    },
    {
      name: { en: 'a changed cookie', zh: '被篡改的 cookie' },
      after: (seen) => withCookie('/me', cookiesOf(seen[1]).replace(/=.{8}/, '=XXXXXXXX')),
    },
    {
      name: { en: 'a logout', zh: '退出' },
      after: (seen) => withCookie('/logout', cookiesOf(seen[1])),
    },
    {
      name: { en: 'the old cookie after it', zh: '退出后再用旧 cookie' },
      after: (seen) => withCookie('/me', cookiesOf(seen[1])),
    },
  ],
  express: {
    shows: [
      { status: 200, body: 'nobody', headers: { 'set-cookie': undefined } },
      {
        status: 200,
        body: 'welcome',
        headers: { 'set-cookie': /^connect\.sid=s%3Asession-\d+\..*SameSite=Lax$/ },
      },
      { status: 200, body: 'ada' },
      { status: 200, body: 'nobody' },
      { status: 200, body: 'good bye' },
      { status: 200, body: 'nobody' },
    ],
    why: {
      en: 'express-session keeps the session on the server and puts a signed id into the cookie. Destroyed on the server, it is gone, whoever still holds the id.',
      zh: 'express-session 把会话存在服务器上，cookie 里只有带签名的 id。服务器上一销毁，谁拿着旧 id 都没用。',
    },
  },
  koa: {
    shows: [
      { status: 200, body: 'nobody', headers: { 'set-cookie': undefined } },
      { status: 200, body: 'welcome' },
      { status: 200, body: 'ada' },
      { status: 200, body: 'nobody' },
      { status: 200, body: 'good bye' },
      { status: 200, body: 'ada' },
    ],
    why: {
      en: 'Without a store koa-session puts the whole session into the cookie, signed but readable. A logout only asks the browser to forget it: an old copy is still good.',
      zh: '没有配置 store 时，koa-session 把整个会话放进 cookie，有签名但可读。退出只是请浏览器忘掉它：旧的副本仍然有效。',
    },
  },
  answer: {
    en: 'Where the session is kept decides what a logout is worth. With a store (see redis) both behave alike; the default of express-session keeps it in memory and is for development only.',
    zh: '会话存在哪里，决定了退出有没有用。配上 store（见 redis 主题），两边行为一致；express-session 默认存在内存里，只适合开发。',
  },
} satisfies Topic
