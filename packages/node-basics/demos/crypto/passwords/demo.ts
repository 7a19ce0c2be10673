import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Storing a password: scrypt', zh: '保存口令：scrypt' },
  question: {
    en: 'Two users choose the same password. Are the stored values equal? And why not sha256?',
    zh: '两个用户选了相同的口令。存下来的值相同吗？为什么不用 sha256？',
  },
  explanation: {
    en: 'A random salt makes each stored value different, so that one table of digests does not open all accounts. scrypt is slow and takes memory on purpose: a guess costs the attacker as much. sha256 is fast, a graphics card tries billions a second.',
    zh: '随机的盐让每个存储值都不同，一张摘要表打不开所有账户。scrypt 故意又慢又耗内存：攻击者猜一次也要付同样的代价。sha256 太快，显卡每秒能试几十亿次。',
  },
  pitfalls: [
    {
      en: 'Keep the parameters beside the value, so that you can raise the cost later.',
      zh: '把参数与值存在一起，以后才能提高成本。',
    },
  ],
  links: ['https://nodejs.org/api/crypto.html#cryptoscryptpassword-salt-keylen-options-callback'],
} satisfies Demo
