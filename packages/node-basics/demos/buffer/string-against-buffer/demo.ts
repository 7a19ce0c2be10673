import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'A string or a Buffer as the response', zh: '响应用字符串还是 Buffer' },
  question: {
    en: 'A server sends the same 100 KB, 2000 times: as a string with 中文, or as a Buffer made once. Which is faster?',
    zh: '服务器把同样的 100 KB 发送 2000 次：每次用含中文的字符串，或用事先做好的 Buffer。哪个快？',
  },
  explanation: {
    en: 'A string has to be encoded into bytes at each write. A Buffer already is bytes. What is sent again and again, such as a static page, should be kept as a Buffer.',
    zh: '字符串每次写出都要编码成字节，Buffer 本来就是字节。反复发送的内容，比如静态页面，应当保存为 Buffer。',
  },
  pitfalls: [
    {
      en: 'Content-Length counts bytes: use Buffer.byteLength(text), not text.length.',
      zh: 'Content-Length 数的是字节：用 Buffer.byteLength(text)，而不是 text.length。',
    },
  ],
  links: ['https://nodejs.org/api/buffer.html#static-method-bufferbytelengthstring-encoding'],
} satisfies Demo
