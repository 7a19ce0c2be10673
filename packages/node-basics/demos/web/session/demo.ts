import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Web by hand 11: a session', zh: '手写 Web 11：会话' },
  question: {
    en: 'The cookie holds a number only. Where is the cart, and what does a stranger with a made-up cookie get?',
    zh: 'cookie 里只有一个编号。购物车在哪里？陌生人伪造 cookie 会得到什么？',
  },
  explanation: {
    en: 'The data stay on the server, under an id that nobody can guess. An unknown id gets a new session, never the id it asked for: otherwise an attacker could plant one. Change the id at login; let old ones expire.',
    zh: '数据留在服务器上，放在没人猜得到的编号之下。未知编号得到新会话，而不是它要求的编号：否则攻击者可以预先种一个。登录时更换编号，旧的要过期。',
  },
  pitfalls: [
    {
      en: 'In memory, sessions are lost at a restart and not shared between processes: use a store such as Redis.',
      zh: '放在内存里，重启就丢，多个进程之间也不共享：用 Redis 之类的存储。',
    },
  ],
  links: ['https://owasp.org/www-community/attacks/Session_fixation'],
} satisfies Demo
