import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Renaming is moving', zh: '改名就是移动' },
  question: {
    en: 'A file is renamed into another folder, and then onto an existing file. What happens to the latter?',
    zh: '文件被改名到另一个目录，再改名到一个已存在的文件上。后者会怎样？',
  },
  explanation: {
    en: 'rename moves within a file system, whatever the size, and replaces an existing file without asking. Across file systems it is EXDEV: copy, then remove.',
    zh: 'rename 在同一文件系统内移动，与大小无关，并且会不声不响地替换已有文件。跨文件系统是 EXDEV：先复制，再删除。',
  },
  links: ['https://nodejs.org/api/fs.html#fspromisesrenameoldpath-newpath'],
} satisfies Demo
