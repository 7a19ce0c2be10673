import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'The parts of a URL', zh: 'URL 的各个部分' },
  question: {
    en: 'Where does the port go when it is 443, and what becomes of 中文 in host, path and fragment?',
    zh: '端口是 443 时去了哪里？主机、路径、片段里的中文变成了什么？',
  },
  explanation: {
    en: 'The URL class parses as browsers do. The default port of the scheme is left out, host names are written in punycode, paths and fragments percent-encoded. Setting a part keeps the whole valid.',
    zh: 'URL 类的解析与浏览器一致。协议的默认端口会省略，主机名写成 punycode，路径和片段写成百分号编码。设置某一部分时，整体始终有效。',
  },
  links: ['https://nodejs.org/api/url.html#the-whatwg-url-api'],
} satisfies Demo
