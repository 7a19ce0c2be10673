import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'A link on a page', zh: '页面上的链接' },
  question: {
    en: 'The page is /shop/tea/list. Where do list2, ./list2, ../, /cart, ?p=2 and //cdn.example lead?',
    zh: '页面是 /shop/tea/list。list2、./list2、../、/cart、?p=2、//cdn.example 各指向哪里？',
  },
  explanation: {
    en: 'A relative URL replaces what follows the last slash of the base. So it matters whether the base ends with one.',
    zh: '相对 URL 替换基准中最后一个斜杠之后的部分。所以基准是否以斜杠结尾很要紧。',
  },
  links: ['https://nodejs.org/api/url.html#new-urlinput-base'],
} satisfies Demo
