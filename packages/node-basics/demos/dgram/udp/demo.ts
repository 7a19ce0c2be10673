import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'UDP: letters instead of a call', zh: 'UDP：寄信而不是通话' },
  question: {
    en: 'Three datagrams are sent. Are there three messages, does anybody connect, and what about one that is too big?',
    zh: '发送三个数据报。会收到三条消息吗？要先连接吗？太大的会怎样？',
  },
  explanation: {
    en: 'A datagram arrives whole or not at all; there is no connection and no order is promised. On one machine all mostly arrive. More than 65,507 bytes do not fit: EMSGSIZE.',
    zh: '数据报要么完整到达，要么不到；没有连接，也不保证顺序。在同一台机器上通常都能到。超过 65507 字节装不下：EMSGSIZE。',
  },
  links: ['https://nodejs.org/api/dgram.html'],
} satisfies Demo
