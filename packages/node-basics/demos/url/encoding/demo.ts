import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'encodeURI or encodeURIComponent', zh: 'encodeURI 还是 encodeURIComponent' },
  question: {
    en: 'A value holds & and /. Which of the two functions keeps it one value?',
    zh: '一个值里含有 & 和 /。哪个函数能让它仍是一个值？',
  },
  explanation: {
    en: 'encodeURI leaves alone what has a meaning in a URL; it is for a whole URL. encodeURIComponent encodes that too; it is for one part. Better still, let URLSearchParams do it.',
    zh: 'encodeURI 不碰在 URL 里有含义的字符，用于整个 URL。encodeURIComponent 连它们也编码，用于其中一部分。更好的是交给 URLSearchParams。',
  },
  pitfalls: [
    {
      en: 'decodeURIComponent throws a URIError on malformed text. A server that does not catch it can be brought down by /%.',
      zh: 'decodeURIComponent 遇到不合法的文本会抛 URIError。服务器若不捕获，一个 /% 就能让它崩掉。',
    },
  ],
  links: [
    'https://developer.mozilla.org/docs/Web/JavaScript/Reference/Global_Objects/encodeURIComponent',
  ],
} satisfies Demo
