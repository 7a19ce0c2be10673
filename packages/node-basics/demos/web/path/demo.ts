import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Web by hand 2: the path', zh: '手写 Web 2：路径' },
  question: {
    en: '/tea, /tea?size=2, /TEA, /te%61 and /tea/: which of them are /tea?',
    zh: '/tea、/tea?size=2、/TEA、/te%61、/tea/：哪些算 /tea？',
  },
  explanation: {
    en: 'req.url is what stands in the request line: path and query, still encoded. Split off the query, decode, then compare. Case and a closing slash are a matter of taste: Express ignores both by default. A path that cannot be decoded is 400.',
    zh: 'req.url 就是请求行里的内容：路径加查询串，未解码。先分出查询串，解码，再比较。大小写与结尾斜杠看约定：Express 默认都不计较。无法解码的路径是 400。',
  },
  links: ['https://nodejs.org/api/http.html#messageurl'],
} satisfies Demo
