import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'From here to there', zh: '从这里到那里' },
  question: {
    en: 'What is the way from /shop/images to /shop/data/tea.json? And does join lead back?',
    zh: '从 /shop/images 到 /shop/data/tea.json 怎么走？再 join 回去能到吗？',
  },
  explanation: {
    en: 'relative takes both as folders and walks up to what they share, then down. From a file you must start at its dirname, or there is one .. too many.',
    zh: 'relative 把两边都当作目录，先向上走到共同的祖先，再往下走。起点如果是文件，要用它的 dirname，否则会多一个 ..。',
  },
  links: ['https://nodejs.org/api/path.html#pathrelativefrom-to'],
} satisfies Demo
