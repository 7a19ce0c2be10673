import type { Topic } from '../../src/topic.ts'

const invite = (to: string) => ({
  method: 'POST',
  target: '/invite',
  headers: [['Content-Type', 'application/x-www-form-urlencoded']] as const,
  body: new URLSearchParams({ to }).toString(),
})

/** Lines of a message that are never twice the same. */
const RANDOM = /^(Message-ID|Date): /

const message = (to: string) => [
  'From: Await Next <hello@example.com>',
  `To: ${to}`,
  'Subject: You are invited',
  'Content-Transfer-Encoding: 7bit',
  'MIME-Version: 1.0',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'Hello,',
  'somebody wants you here: http://example.com/join',
]
const HELD = [
  'envelope: hello@example.com → ada@example.com',
  ...message('ada@example.com'),
  'envelope: hello@example.com → everybody@example.com',
  ...message('"ada@example.com Bcc":everybody@example.com;'),
]

export default {
  group: 'applications',
  needs: ['mailbox'],
  title: { en: 'Sending mail', zh: '发送邮件' },
  question: {
    en: 'A handler sends a mail and answers when the mail server has taken it. What reaches the mailbox, and what does the client see when the address does not exist?',
    zh: '处理函数发送一封邮件，邮件服务器收下之后才应答。邮箱里收到什么？地址不存在时客户端看到什么？',
  },
  requests: [
    { name: { en: 'an invitation', zh: '一封邀请' }, ...invite('ada@example.com') },
    {
      name: { en: 'an address that is none', zh: '不存在的地址' },
      ...invite('nobody@example.com'),
    },
    {
      name: { en: 'one more line in the address', zh: '地址里夹带换行' },
      ...invite('ada@example.com\r\nBcc: everybody@example.com'),
    },
    {
      name: { en: 'what the mail server holds', zh: '邮件服务器里的内容' },
      visit: async ({ tools: { mailbox } }) =>
        mailbox.mails.flatMap(({ from, to, source }) => [
          `envelope: ${from} → ${to.join(', ')}`,
          ...source
            .trim()
            .split('\r\n')
            .filter((line) => !RANDOM.test(line)),
        ]),
    },
  ],
  express: {
    shows: [
      {
        status: 202,
        body: '{"accepted":["ada@example.com"],"response":"250 OK: message queued"}',
      },
      { status: 502, body: '550: the mail was not taken' },
      { status: 202, body: /everybody@example\.com/ },
      { told: HELD },
    ],
    why: {
      en: 'sendMail returns a promise that settles when the mail server has said yes or no. An async handler that awaits it needs nothing else: the router passes the rejection on to failed.',
      zh: 'sendMail 返回的 promise 在邮件服务器答复之后才完成。async 处理函数 await 它就够了：被拒绝时路由器把错误传给 failed。',
    },
  },
  koa: {
    shows: [
      {
        status: 202,
        body: '{"accepted":["ada@example.com"],"response":"250 OK: message queued"}',
      },
      { status: 502, body: '550: the mail was not taken' },
      { status: 202, body: /everybody@example\.com/ },
      { told: HELD },
    ],
    why: {
      en: 'The same promise, awaited in the route; its rejection is caught by failed, which stands outside.',
      zh: '同样的 promise，在路由里 await；被拒绝时由外层的 failed 捕获。',
    },
  },
  answer: {
    en: 'Mail has nothing to do with the framework; waiting for it has. In both the client waits as long as the mail server takes: where that is too long, put the mail into a queue and answer 202 at once. And check addresses before you use them: nodemailer lets no header be smuggled in, but reads what stands there as a group, and writes to everybody.',
    zh: '发邮件与框架无关，等待邮件才有关。两边的客户端都要等邮件服务器；如果太久，就把邮件放进队列，立刻应答 202。地址要先校验再使用：nodemailer 不会让换行夹带邮件头，但会把那段文字当作地址组，照样发给 everybody。',
  },
} satisfies Topic<'mailbox'>
