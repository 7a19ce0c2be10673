import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'What the codes mean', zh: '错误代码的含义' },
  question: {
    en: 'Five mistakes with files. Which code does each give?',
    zh: '五种文件操作的错误，各是什么代码？',
  },
  explanation: {
    en: 'The code is stable and meant to be compared; the message is for people and names path and call. ENOENT: no such entry. ENOTDIR: a file where a folder is wanted. EISDIR: the other way round. EEXIST, ENOTEMPTY, EACCES, EMFILE are the other common ones.',
    zh: '代码是稳定的，供程序比较；消息是给人看的，会写明路径和调用。ENOENT：没有这一项。ENOTDIR：要目录却是文件。EISDIR：正好相反。常见的还有 EEXIST、ENOTEMPTY、EACCES、EMFILE。',
  },
  links: ['https://nodejs.org/api/errors.html#common-system-errors'],
  posixOnly: {
    en: 'Windows has other codes for some of them.',
    zh: '其中一些在 Windows 上代码不同。',
  },
} satisfies Demo
