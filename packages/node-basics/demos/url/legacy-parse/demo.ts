import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'url.parse, the old way', zh: '旧的 url.parse' },
  question: {
    en: 'The old parser and the class read the same texts. Where do they disagree?',
    zh: '旧的解析函数与 URL 类读同样的文本。它们在哪里不一致？',
  },
  explanation: {
    en: 'url.parse takes relative URLs, never throws on them, and gives null for what is missing; its query can be parsed with true. The class wants an absolute URL (or a base) and reads hosts as browsers do: the differences were used to smuggle host names past checks, which is why url.parse is deprecated.',
    zh: 'url.parse 接受相对 URL，不会抛错，缺失的部分给 null；第二个参数为 true 时解析查询串。URL 类要求绝对 URL（或给出基准），主机名的读法与浏览器一致。两者的差异曾被用来让主机名骗过检查，所以 url.parse 已被弃用。',
  },
  links: ['https://nodejs.org/api/url.html#urlparseurlstring-parsequerystring-slashesdenotehost'],
  flags: ['--no-warnings'],
} satisfies Demo
