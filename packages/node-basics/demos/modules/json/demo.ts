import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Requiring JSON', zh: '用 require 读 JSON' },
  question: {
    en: 'settings.json is required twice and changed once. What does the second caller see? And someone who reads the file?',
    zh: 'settings.json 被 require 两次，其中一处改了它。另一处看到什么？直接读文件的人呢？',
  },
  explanation: {
    en: 'require parses a .json file and caches the object like any module: whoever changes it changes it for all. Reading and parsing the file gives a fresh object each time.',
    zh: 'require 会解析 .json 文件，并像其他模块一样缓存结果：谁改了它，所有人看到的都变。自己读文件再解析，每次得到的都是新对象。',
  },
  pitfalls: [
    {
      en: 'Never require what comes from a user: the cache keeps it for ever, and a .js file would be run.',
      zh: '不要 require 用户给的东西：缓存会永远留着它，如果是 .js 文件还会被执行。',
    },
  ],
  links: ['https://nodejs.org/api/modules.html#file-modules'],
} satisfies Demo
