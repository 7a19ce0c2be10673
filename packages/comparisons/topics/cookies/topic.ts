import type { Topic } from '../../src/topic.ts'

export default {
  group: 'response',
  title: { en: 'Cookies', zh: 'Cookie' },
  question: {
    en: 'A plain cookie and a signed one, set, read and cleared. What does each side do by itself?',
    zh: '一个普通 cookie 和一个签名 cookie：设置、读取、清除。两边各自动做了什么？',
  },
  requests: [
    { name: { en: 'set', zh: '设置' }, target: '/set' },
    {
      name: { en: 'read', zh: '读取' },
      target: '/read',
      headers: [['Cookie', 'theme=dark%20%26%20blue']],
    },
    {
      name: { en: 'read a forged signature', zh: '读取伪造的签名' },
      target: '/read',
      headers: [['Cookie', 'user=s%3Aeve.forged; user.sig=forged']],
    },
    { name: { en: 'clear', zh: '清除' }, target: '/clear' },
  ],
  express: {
    shows: [
      {
        status: 200,
        body: 'set',
        headers: {
          'set-cookie': [
            'theme=dark%20%26%20blue; Path=/; Expires=Fri, 01 Jan 2038 00:00:00 GMT; HttpOnly',
            'user=s%3Aada.xHeO%2Fvw1VmNoYubiuC2jBfKa86bt3I%2FsH9TP7V9B62k; Path=/',
          ],
        },
        events: [
          'enter cookieParser',
          'next cookieParser',
          'enter set',
          'respond set',
          'return set',
          'return cookieParser',
        ],
      },
      { status: 200, body: '{"theme":"dark & blue"}' },
      { status: 200, body: '{"user":false}' },
      {
        status: 200,
        body: 'cleared',
        headers: { 'set-cookie': 'theme=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT' },
      },
    ],
    why: {
      en: 'res.cookie is built in, encodes the value and signs it inside, after s:. Reading needs cookie-parser: a signature that does not fit is false. clearCookie sends a date in the past.',
      zh: 'res.cookie 是内置的，会对值编码，签名写在值里，跟在 s: 后面。读取需要 cookie-parser：签名不符时得到 false。clearCookie 发送一个过去的日期。',
    },
  },
  koa: {
    shows: [
      {
        status: 200,
        body: 'set',
        headers: {
          'set-cookie': [
            'theme=dark%20%26%20blue; path=/; expires=Fri, 01 Jan 2038 00:00:00 GMT; httponly',
            'user=ada; path=/; httponly',
            'user.sig=pCbNcfxITnCG4q6arYUNxP9c97A; path=/; httponly',
          ],
        },
        events: ['enter set', 'return set', 'respond (framework)'],
      },
      { status: 200, body: '{"theme":"dark & blue"}' },
      {
        status: 200,
        body: '{}',
        headers: {
          'set-cookie': 'user.sig=; path=/; expires=Thu, 01 Jan 1970 00:00:00 GMT; httponly',
        },
      },
      {
        status: 200,
        body: 'cleared',
        headers: {
          'set-cookie': 'theme=; path=/; expires=Thu, 01 Jan 1970 00:00:00 GMT; httponly',
        },
      },
    ],
    why: {
      en: 'ctx.cookies reads and writes. It signs with app.keys in a second cookie that ends in .sig, and is httpOnly by default. It does not encode. A cookie whose signature does not fit is not there, and the false signature is cleared. Called without options it does not sign, even with keys.',
      zh: 'ctx.cookies 能读也能写。它用 app.keys 签名，签名放在另一个以 .sig 结尾的 cookie 里，并默认 httpOnly。它不编码。签名不符的 cookie 视为不存在，错误的签名会被清除。不传选项时即使有 keys 也不签名。',
    },
  },
  answer: {
    en: 'Express writes cookies and leaves reading to cookie-parser; Koa does both. Two formats of signature, so one cannot read the other’s; and in Koa values are encoded by you.',
    zh: 'Express 负责写，读交给 cookie-parser；Koa 两样都做。签名格式不同，互相读不了；在 Koa 里编码要自己来。',
  },
} satisfies Topic
