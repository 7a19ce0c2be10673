import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'import.meta instead of __dirname', zh: '用 import.meta 代替 __dirname' },
  question: {
    en: 'An ES module has neither __filename nor __dirname. What tells it where it is?',
    zh: 'ES 模块既没有 __filename 也没有 __dirname。它怎么知道自己在哪里？',
  },
  explanation: {
    en: 'import.meta.url is the address of the module; filename and dirname are the same as paths (since Node 20.11). import.meta.resolve answers what an import would load, without loading it. new URL(relative, import.meta.url) finds a file beside the module everywhere, in browsers as well.',
    zh: 'import.meta.url 是模块的地址；filename 和 dirname 是对应的路径（Node 20.11 起）。import.meta.resolve 回答一个 import 会加载什么，但不去加载。new URL(相对路径, import.meta.url) 能找到模块旁边的文件，在浏览器里同样有效。',
  },
  pitfalls: [
    {
      en: 'On Windows, url.pathname begins with /C:/. Use fileURLToPath, which also decodes %20.',
      zh: '在 Windows 上 url.pathname 以 /C:/ 开头。请用 fileURLToPath，它还会解码 %20。',
    },
  ],
  links: ['https://nodejs.org/api/esm.html#importmeta'],
} satisfies Demo
