import type { Topic } from '../../src/topic.ts'

const from = (en: string, zh: string, address: string) => ({
  name: { en, zh },
  headers: [['X-Forwarded-For', address]] as const,
})
const shows = [
  { status: 200, body: 'hello' },
  { status: 200, body: 'hello' },
  { status: 429, body: 'Too many requests, please try again later.' },
  { status: 200, body: 'hello' },
  { status: 429 },
]

export default {
  group: 'applications',
  title: { en: 'Rate limiting', zh: '限流' },
  question: {
    en: 'Two requests a minute are allowed for each address. Who counts, and what is an address?',
    zh: '每个地址每分钟允许两个请求。谁来计数？“地址”指什么？',
  },
  requests: [
    from('the first', '第一个', '203.0.113.7'),
    from('the second', '第二个', '203.0.113.7'),
    from('one too many', '超出的一个', '203.0.113.7'),
    from('another address', '另一个地址', '203.0.113.8'),
    from('an invented address in front', '前面伪造一个地址', '6.6.6.6, 203.0.113.7'),
  ],
  express: {
    shows,
    why: {
      en: 'express-rate-limit counts by req.ip, which heeds "trust proxy", and answers 429 itself without calling next().',
      zh: 'express-rate-limit 按 req.ip 计数（受 "trust proxy" 影响），超限时自己应答 429，不调用 next()。',
    },
  },
  koa: {
    shows,
    why: {
      en: 'koa-ratelimit counts by whatever id you give it, here ctx.ip, and sets 429 without awaiting next().',
      zh: 'koa-ratelimit 按你给的 id 计数，这里是 ctx.ip；超限时设置 429，不再 await next()。',
    },
  },
  answer: {
    en: 'Both count in the memory of one process: with several, give them a shared store such as Redis. A proxy setting that believes anybody makes the limit worthless.',
    zh: '两边都在单个进程的内存里计数：多进程时要用 Redis 之类的共享存储。如果代理设置谁都信，限流就毫无意义。',
  },
} satisfies Topic
