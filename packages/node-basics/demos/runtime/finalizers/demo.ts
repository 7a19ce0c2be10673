import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'When an object has gone', zh: '对象消失之后' },
  question: {
    en: 'An object is dropped. When does its WeakRef become empty, and when is the FinalizationRegistry told?',
    zh: '丢掉一个对象。它的 WeakRef 何时变空？FinalizationRegistry 何时得到通知？',
  },
  explanation: {
    en: 'After a collection, and the callback in a later task: perhaps soon, perhaps never. So release files and sockets yourself; finalizers are for caches and warnings.',
    zh: '在一次回收之后，回调则在更晚的任务里：也许很快，也许永远不来。所以文件和套接字要自己释放；终结器只适合缓存和警告。',
  },
  links: [
    'https://developer.mozilla.org/docs/Web/JavaScript/Reference/Global_Objects/FinalizationRegistry',
  ],
  flags: ['--expose-gc'],
} satisfies Demo
