import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'spawn: streams instead of a result', zh: 'spawn：给流而不是结果' },
  question: {
    en: 'The child upper-cases what it gets. When does exit come, when close?',
    zh: '子进程把收到的内容变成大写。exit 何时到？close 何时到？',
  },
  explanation: {
    en: 'spawn returns at once; stdin, stdout and stderr are streams, so that nothing has to fit into memory. exit says that the process is gone, close comes after its streams have ended too: wait for close when you want all output.',
    zh: 'spawn 立即返回；stdin、stdout、stderr 都是流，什么都不必装进内存。exit 说明进程没了，close 要等它的流也结束：想要全部输出，就等 close。',
  },
  links: ['https://nodejs.org/api/child_process.html#child_processspawncommand-args-options'],
} satisfies Demo
