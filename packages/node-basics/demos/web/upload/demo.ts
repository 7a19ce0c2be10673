import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Web by hand 8: uploads of any format', zh: '手写 Web 8：上传任意格式' },
  question: {
    en: 'A form with a text field and an image is sent as multipart/form-data. What separates the parts, and does the image survive?',
    zh: '一个含文本字段和图片的表单以 multipart/form-data 发送。各部分靠什么分隔？图片能完好吗？',
  },
  explanation: {
    en: 'A line that occurs in none of the parts, the boundary, named in Content-Type. Each part has headers of its own. All of it is handled as bytes: as text, an image would be ruined. A plain PUT of a file needs none of this: stream the request to the disk.',
    zh: '靠一行在各部分里都不出现的文本，即 boundary，写在 Content-Type 里。每部分有自己的头。全程按字节处理：当成文本，图片就毁了。直接 PUT 一个文件则不需要这些：把请求流写到磁盘即可。',
  },
  pitfalls: [
    {
      en: 'This reads all into memory to stay on a screen. formidable, multer and busboy stream, and limit sizes and counts.',
      zh: '为了一屏看完，这里全部读进内存。formidable、multer、busboy 用流处理，并限制大小和数量。',
    },
  ],
  links: ['https://www.rfc-editor.org/rfc/rfc7578'],
} satisfies Demo
