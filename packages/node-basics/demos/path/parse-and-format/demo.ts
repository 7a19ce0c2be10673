import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'parse and format', zh: 'parse 与 format' },
  question: {
    en: 'What are base, name and ext of archive.tar.gz, of .bashrc and of a folder with a slash at its end?',
    zh: 'archive.tar.gz、.bashrc、以斜杠结尾的目录，它们的 base、name、ext 各是什么？',
  },
  explanation: {
    en: 'ext begins at the last dot, unless that dot is the first character. format puts an object together again; base wins over name and ext, so clear it to change the extension.',
    zh: 'ext 从最后一个点开始，除非那个点是第一个字符。format 把对象再拼回路径；base 优先于 name 和 ext，要换扩展名就得先去掉 base。',
  },
  links: ['https://nodejs.org/api/path.html#pathparsepath'],
} satisfies Demo
