import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Removing a file', zh: '删除文件' },
  question: {
    en: 'A file is removed while it is open. Can it still be read? And what does a second unlink say?',
    zh: '文件打开着的时候被删除。还能读吗？再 unlink 一次会怎样？',
  },
  explanation: {
    en: 'On POSIX unlink takes away the name; the contents live until the last handle is closed. A second one is ENOENT. rm with force does not mind what is missing.',
    zh: '在 POSIX 系统上，unlink 去掉的是名字；内容要到最后一个句柄关闭才消失。再删一次是 ENOENT。rm 加 force 不在乎文件不存在。',
  },
  links: ['https://nodejs.org/api/fs.html#fspromisesunlinkpath'],
  posixOnly: {
    en: 'Windows does not let go of a name while the file is open.',
    zh: '在 Windows 上，文件打开期间名字不会释放。',
  },
} satisfies Demo
