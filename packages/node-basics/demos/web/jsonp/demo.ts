import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Web by hand 13: JSONP', zh: '手写 Web 13：JSONP' },
  question: {
    en: 'Before CORS, pages read other servers by <script>. What must the answer look like, and what must callback not contain?',
    zh: '在 CORS 之前，页面用 <script> 读取别的服务器。应答必须长什么样？callback 里不能有什么？',
  },
  explanation: {
    en: 'It is a program: a call of the function whose name the page has chosen. The name has to be checked, or anybody can have any script served from your address. U+2028 and < are escaped. Use CORS today.',
    zh: '应答是一段程序：调用页面指定名字的函数。必须检查这个名字，否则谁都能让你的地址送出任意脚本。U+2028 和 < 要转义。如今请用 CORS。',
  },
  links: ['https://en.wikipedia.org/wiki/JSONP'],
} satisfies Demo
