import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'util.inherits and class', zh: 'util.inherits 与 class' },
  question: {
    en: 'The old way to inherit and the new one make the same kind of object. What does the old way leave out?',
    zh: '旧的继承写法与新的造出同类对象。旧写法漏了什么？',
  },
  explanation: {
    en: 'inherits only links the prototypes; the constructor has to call the parent itself, and static members are not inherited. Where old code reads Parent.call(this), this is why.',
    zh: 'inherits 只连接原型；构造函数得自己调用父构造函数，静态成员也不继承。老代码里的 Parent.call(this) 就是这么来的。',
  },
  links: ['https://nodejs.org/api/util.html#utilinheritsconstructor-superconstructor'],
} satisfies Demo
