import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'The limit of the heap', zh: '堆的上限' },
  question: {
    en: 'A child with a heap of 40 MB collects arrays for ever. How does it end, and can it be caught?',
    zh: '一个堆上限 40 MB 的子进程不停地攒数组。它怎样结束？能捕获吗？',
  },
  explanation: {
    en: 'V8 gives up with "heap out of memory" and aborts: no exception, no finally, no exit handler. --max-old-space-size sets the limit in MB; the space for young objects comes on top. In a container set it below the container\'s limit, or the system kills the process without a word.',
    zh: 'V8 以 “heap out of memory” 放弃并中止：没有异常，没有 finally，也没有 exit 处理函数。--max-old-space-size 以 MB 为单位设定上限，新生对象的空间另算。在容器里要设得低于容器的限额，否则系统会不声不响地杀掉进程。',
  },
  links: ['https://nodejs.org/api/cli.html#--max-old-space-sizesize-in-mib'],
} satisfies Demo
