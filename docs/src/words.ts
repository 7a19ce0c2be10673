/**
 * What the scripts of the site say, in both languages.
 *
 * @module
 */
const en = {
  comparing: 'Running every topic on the four subjects …',
  differs: 'Something is not as it should be, see above. The site shows it as it is.',
  recording: 'Recording what ran, line by line …',
  documenting: 'Generating the API pages …',
  serving: 'The site is being served:',
  stop: 'Press Ctrl-C to stop.',
}

const zh: typeof en = {
  comparing: '正在四个对象上运行全部主题……',
  differs: '有些结果与预期不符，见上。网站会如实显示。',
  recording: '正在逐行记录运行过程……',
  documenting: '正在生成 API 页面……',
  serving: '网站已启动：',
  stop: '按 Ctrl-C 停止。',
}

/** By language. */
export const say = { en, zh }
