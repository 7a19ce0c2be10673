import type { Topic } from '../../src/topic.ts'

export default {
  group: 'routing',
  title: { en: 'Trailing slash and capitals', zh: '末尾斜杠与大小写' },
  question: {
    en: 'Is /ABOUT/ the same as /about? And with the strict options?',
    zh: '/ABOUT/ 和 /about 一样吗？打开严格选项之后呢？',
  },
  requests: [
    { name: { en: 'a trailing slash', zh: '末尾斜杠' }, target: '/about/' },
    { name: { en: 'capitals', zh: '大写' }, target: '/ABOUT' },
    { name: { en: 'two slashes', zh: '两个斜杠' }, target: '/about//' },
    { name: { en: 'strict: as written', zh: '严格：与写法一致' }, target: '/Docs/' },
    { name: { en: 'strict: no slash', zh: '严格：没有斜杠' }, target: '/Docs' },
    { name: { en: 'strict: other capitals', zh: '严格：大小写不同' }, target: '/docs/' },
  ],
  express: {
    shows: [
      { status: 200, body: 'about', events: ['enter about', 'respond about', 'return about'] },
      { status: 200, body: 'about' },
      { status: 404, body: /<pre>Cannot GET \/about\/\/<\/pre>/ },
      { status: 200, body: 'docs' },
      { status: 404, body: /<pre>Cannot GET \/Docs<\/pre>/ },
      { status: 404, body: /<pre>Cannot GET \/docs\/<\/pre>/ },
    ],
    why: {
      en: 'A path matches with or without one trailing slash and in any case, unless the router was made with strict and caseSensitive. Nobody redirects.',
      zh: '路径末尾有没有一个斜杠、大小写如何都能匹配，除非创建路由器时指定了 strict 和 caseSensitive。不会重定向。',
    },
  },
  koa: {
    shows: [
      {
        status: 200,
        body: 'about',
        events: ['enter about', 'return about', 'respond (framework)'],
      },
      { status: 200, body: 'about' },
      { status: 404, body: 'Not Found' },
      { status: 200, body: 'docs' },
      { status: 404, body: 'Not Found' },
      { status: 404, body: 'Not Found' },
    ],
    why: {
      en: 'The same rules from the same library; the options are called strict and sensitive.',
      zh: '规则来自同一个库，完全相同；选项名是 strict 和 sensitive。',
    },
  },
  answer: {
    en: 'By default both take them for the same page, so that search engines see two addresses; with the options both tell them apart.',
    zh: '默认两边都当作同一页面，于是搜索引擎会看到两个地址；打开选项后两边都会区分。',
  },
} satisfies Topic
