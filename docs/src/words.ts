/**
 * What the scripts of the site say, in both languages.
 *
 * @module
 */
const en = {
  comparing: 'Running every topic on the four subjects …',
  differs: 'Something is not as it should be, see above. The site shows it as it is.',
  recording: 'Meanwhile, recording what ran, line by line, for the pages of the topics …',
  recorded: {
    stack: 'Recorded: the stack. Pages that are open load anew. The other topics take minutes …',
    all: 'Recorded: all topics.',
  },
  documenting: 'Generating the API pages …',
  serving: 'The site is being served:',
  stop: 'Press Ctrl-C to stop.',
}

const zh: typeof en = {
  comparing: '正在四个对象上运行全部主题……',
  differs: '有些结果与预期不符，见上。网站会如实显示。',
  recording: '同时正在逐行记录运行过程，供各主题的页面使用……',
  recorded: {
    stack: '“栈”这一组记录完毕，已打开的页面会重新加载。其余主题还需几分钟……',
    all: '全部主题记录完毕。',
  },
  documenting: '正在生成 API 页面……',
  serving: '网站已启动：',
  stop: '按 Ctrl-C 停止。',
}

/** By language. */
export const say = { en, zh }
