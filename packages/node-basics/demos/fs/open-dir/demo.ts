import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'A folder with a million files', zh: '有百万文件的目录' },
  question: {
    en: 'readdir builds the whole list first. What does opendir do, and who closes it?',
    zh: 'readdir 先建好整张列表。opendir 怎么做？由谁关闭？',
  },
  explanation: {
    en: 'opendir hands out entry after entry, so that memory stays small and the first is there at once. The loop closes it, also when it is left early; a second close is an error.',
    zh: 'opendir 一项一项地给，内存占用小，第一项马上就有。循环会关闭它，提前离开也会；再关一次就报错。',
  },
  links: ['https://nodejs.org/api/fs.html#fspromisesopendirpath-options'],
} satisfies Demo
