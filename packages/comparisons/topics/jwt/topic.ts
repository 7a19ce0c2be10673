import type { Observation } from '@await-next/oracle'
import jwt from 'jsonwebtoken'
import type { Topic } from '../../src/topic.ts'

const login = (password: string) => ({
  method: 'POST',
  target: '/login',
  headers: [['Content-Type', 'application/json']] as const,
  body: JSON.stringify({ user: 'ada', password }),
})
const me = (token: string) => ({
  target: '/me',
  headers: [['Authorization', `Bearer ${token}`]] as const,
})

/** The token of an earlier answer. */
function tokenOf(seen: Observation | undefined): string {
  const { token } = JSON.parse(Buffer.from(seen?.answers.at(-1)?.body ?? []).toString())
  return token
}

/** The same token with another payload: what its signature is there to tell. */
function promoted(token: string): string {
  const [head, , signature] = token.split('.')
  const payload = Buffer.from('{"sub":"ada","admin":true}').toString('base64url')
  return [head, payload, signature].join('.')
}

const claims = { sub: 'ada', admin: true }

export default {
  group: 'applications',
  title: { en: 'JSON Web Tokens', zh: 'JWT' },
  question: {
    en: 'A client logs in, gets a token and shows it. Then come tokens that are missing, changed, outdated, and signed with nothing. Which get in?',
    zh: '客户端登录后得到令牌并出示。随后来的令牌分别是缺失的、被改过的、过期的、没有签名的。哪些能通过？',
  },
  requests: [
    { name: { en: 'a wrong password', zh: '密码错误' }, ...login('byron') },
    { name: { en: 'a login', zh: '登录' }, ...login('lovelace') },
    { name: { en: 'with the token', zh: '带上令牌' }, after: (seen) => me(tokenOf(seen[1])) },
    { name: { en: 'without one', zh: '不带令牌' }, target: '/me' },
    {
      name: { en: 'with a token that made itself admin', zh: '自己改成管理员的令牌' },
      after: (seen) => me(promoted(tokenOf(seen[1]))),
    },
    {
      name: { en: 'with one that is past', zh: '过期的令牌' },
      ...me(jwt.sign({ ...claims, exp: 1 }, 'keep it out of the code', { noTimestamp: true })),
    },
    {
      name: { en: 'with one that says "alg: none"', zh: '声称 "alg: none" 的令牌' },
      ...me(jwt.sign(claims, '', { algorithm: 'none', noTimestamp: true })),
    },
  ],
  express: {
    shows: [
      { status: 403, body: '{"error":"wrong password"}' },
      { status: 200, body: /^\{"token":"eyJhbGciOiJIUzI1NiIs/ },
      { status: 200, body: 'hello ada, admin: false' },
      { status: 401, body: '{"error":"No authorization token was found"}' },
      { status: 401, body: '{"error":"invalid signature"}' },
      { status: 401, body: '{"error":"jwt expired"}' },
      { status: 401, body: '{"error":"jwt signature is required"}' },
    ],
    why: {
      en: 'express-jwt stands in front of the route, puts the claims on req.auth, and calls next(err) for a token it does not like.',
      zh: 'express-jwt 挂在路由前面，把声明放到 req.auth；令牌不合格就调用 next(err)。',
    },
  },
  koa: {
    shows: [
      { status: 403, body: '{"error":"wrong password"}' },
      { status: 200, body: /^\{"token":"eyJhbGciOiJIUzI1NiIs/ },
      { status: 200, body: 'hello ada, admin: false' },
      { status: 401, body: '{"error":"Authentication Error"}' },
      { status: 401, body: '{"error":"invalid signature"}' },
      { status: 401, body: '{"error":"jwt expired"}' },
      { status: 401, body: '{"error":"jwt signature is required"}' },
    ],
    why: {
      en: 'koa-jwt puts the claims on ctx.state.user and throws a 401; what the library said of the token is its originalError.',
      zh: 'koa-jwt 把声明放到 ctx.state.user；令牌不合格就抛出 401，库给出的原因在 originalError 里。',
    },
  },
  answer: {
    en: 'Both rest on jsonwebtoken and refuse the same tokens. Name the algorithms you accept, give tokens an end, and remember that anybody can read what is in one.',
    zh: '两边都建立在 jsonwebtoken 之上，拒绝的令牌相同。要写明接受哪些算法，给令牌设期限，并记住任何人都能读出令牌的内容。',
  },
} satisfies Topic
