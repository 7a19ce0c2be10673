import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Reading a whole file', zh: '读取整个文件' },
  question: {
    en: 'readFile with and without an encoding, and on a folder. What is given?',
    zh: 'readFile 带编码、不带编码、以及用在目录上，各得到什么？',
  },
  explanation: {
    en: 'Without an encoding it is bytes. With one it is text, in which a byte order mark stays as an invisible first character. A folder is EISDIR, a missing file ENOENT.',
    zh: '不带编码是字节，带编码是文本，其中的字节序标记会作为看不见的首字符留下。目录是 EISDIR，文件不存在是 ENOENT。',
  },
  links: ['https://nodejs.org/api/fs.html#fspromisesreadfilepath-options'],
} satisfies Demo
