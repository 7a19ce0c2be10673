import type { Topic } from '../../src/topic.ts'

const as = (credentials: string) =>
  [['Authorization', `Basic ${Buffer.from(credentials).toString('base64')}`]] as const

export default {
  group: 'request',
  title: { en: 'Basic authentication', zh: 'Basic 认证' },
  question: {
    en: 'A name and a password come in a header. Who refuses those that are wrong, and how is a browser told to ask for them?',
    zh: '用户名和密码放在请求头里。错误的由谁拒绝？又怎样让浏览器弹出询问？',
  },
  requests: [
    { name: { en: 'without credentials', zh: '没有凭据' } },
    { name: { en: 'with the right ones', zh: '凭据正确' }, headers: as('ada:lovelace') },
    { name: { en: 'with a wrong password', zh: '密码错误' }, headers: as('ada:byron') },
    {
      name: { en: 'with another scheme', zh: '别的认证方式' },
      headers: [['Authorization', 'Bearer x']],
    },
  ],
  express: {
    shows: [
      { status: 401, body: '', headers: { 'www-authenticate': 'Basic realm="engine"' } },
      { status: 200, body: 'hello ada' },
      { status: 401, headers: { 'www-authenticate': 'Basic realm="engine"' } },
      { status: 401 },
    ],
    why: {
      en: 'express-basic-auth answers by itself, with an empty body; the handlers behind it are not called.',
      zh: 'express-basic-auth 自己应答，响应体为空；后面的处理函数不会被调用。',
    },
  },
  koa: {
    shows: [
      {
        status: 401,
        body: 'Unauthorized',
        headers: { 'www-authenticate': 'Basic realm="engine"' },
      },
      { status: 200, body: 'hello ada' },
      { status: 401, headers: { 'www-authenticate': 'Basic realm="engine"' } },
      { status: 401 },
    ],
    why: {
      en: 'koa-basic-auth throws a 401 that carries the header, so that a try/catch further out may still make another answer of it.',
      zh: 'koa-basic-auth 抛出带有该响应头的 401，外层的 try/catch 仍可把它换成别的应答。',
    },
  },
  answer: {
    en: 'To answer or to throw: that is the style of each side. Either way the password is readable to whoever sees the bytes, so use it over HTTPS only.',
    zh: '一边直接应答，一边抛出错误，这正是两边各自的风格。无论哪种，看到字节的人都能读出密码，所以只应在 HTTPS 上使用。',
  },
} satisfies Topic
