import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'One package, two forms, two copies', zh: '一个包，两种形式，两份拷贝' },
  question: {
    en: 'A package offers a file for import and another for require. Is the class of the one the class of the other?',
    zh: '一个包分别为 import 和 require 提供文件。从两边拿到的类是同一个类吗？',
  },
  explanation: {
    en: '"imports" (and "exports" in a published package) choose a file by condition. Two files are two modules: two classes, two states, and instanceof fails between them. The cure keeps the state in one file and lets the other only pass it on.',
    zh: '"imports"（发布的包里是 "exports"）按条件选择文件。两个文件就是两个模块：两个类、两份状态，彼此 instanceof 不成立。解决办法是把状态放在一个文件里，另一个只负责转手。',
  },
  pitfalls: [
    {
      en: 'With require(esm) a package may ship ES modules only, and the hazard is gone.',
      zh: '有了 require(esm)，包可以只发布 ES 模块，这个隐患也就没有了。',
    },
  ],
  links: ['https://nodejs.org/api/packages.html#dual-commonjses-module-packages'],
} satisfies Demo
