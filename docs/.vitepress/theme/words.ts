/**
 * The words of the components, in both languages.
 *
 * @module
 */
import type { SubjectId } from '@await-next/comparisons'
import { useData } from 'vitepress'
import { computed } from 'vue'

/** The subjects as people call them, in the order in which they are shown. */
export const SUBJECT_NAMES: Readonly<Record<SubjectId, string>> = {
  express: 'Express',
  'mini-express': 'mini-Express',
  koa: 'Koa',
  'mini-koa': 'mini-Koa',
}

const en = {
  language: 'en' as 'en' | 'zh',
  root: '/',
  columns: 'Columns',
  topic: 'Topic',
  sides: 'Express and Koa',
  alike: '● alike',
  unlike: '○ unlike',
  agree: '● agrees',
  'known difference': '◐ known difference',
  differs: '✗ differs',
  noAnswer: 'no answer',
  notRun: 'not run',
  visitor: 'What the client saw',
  framework: 'the framework',
  events: {
    enter: 'enters',
    next: 'calls next',
    return: 'returns',
    settle: 'settles',
    throw: 'throws',
    respond: 'responds',
  },
  happened: 'What happened',
  programs: 'The two programs',
  answer: 'The answer',
  verdicts: 'Verdicts',
  step: 'step',
  headers: 'headers',
  slipped: 'What the process let slip',
  rerun: 'Run it yourself:',
  ran: (date: string, node: string) => `From a run on ${date}, Node ${node}.`,
  notMeasured: 'No results have been kept yet: pnpm bench --keep makes some.',
  settlesFirst: (first: string, second: string) => `${first} settles before ${second}`,
  open: 'Open this topic',
  legend: 'Between the two sides ● and ○ are knowledge, not right or wrong.',
  source: {
    file: 'File',
    lines: 'Lines',
    functions: 'Functions',
    noted: 'With a note',
    counted: 'Functions of more than three lines are counted.',
    lit: (count: number) => (count === 1 ? 'One line is lit.' : `${count} lines are lit.`),
    goToLit: 'Go to the first',
    unlight: 'Put them out',
  },
  demos: {
    find: 'Find',
    example: 'stream, cycle …',
    count: (count: number) => (count === 1 ? '1 demo' : `${count} demos`),
  },
  onion: {
    title: 'Express calls next(). Koa awaits it.',
    lead: 'One handler awaits next(), the one inside waits 5 ms. This is what each framework really did:',
  },
}

type Words = typeof en

const zh: Words = {
  language: 'zh',
  root: '/zh/',
  columns: '显示',
  topic: '主题',
  sides: 'Express 与 Koa',
  alike: '● 相同',
  unlike: '○ 不同',
  agree: '● 一致',
  'known difference': '◐ 已知差异',
  differs: '✗ 不一致',
  noAnswer: '无应答',
  notRun: '未运行',
  visitor: '客户端看到的',
  framework: '框架',
  events: {
    enter: '进入',
    next: '调用 next',
    return: '返回',
    settle: '完成',
    throw: '抛出',
    respond: '应答',
  },
  happened: '发生了什么',
  programs: '两边的程序',
  answer: '答案',
  verdicts: '结论',
  step: '步骤',
  headers: '响应头',
  slipped: '进程漏出的信息',
  rerun: '自己运行：',
  ran: (date, node) => `来自 ${date} 的一次运行，Node ${node}。`,
  notMeasured: '还没有保存的结果：pnpm bench --keep 会生成。',
  settlesFirst: (first, second) => `${first} 先于 ${second} 完成`,
  open: '打开这个主题',
  legend: '两边之间的 ● 和 ○ 只是知识，没有对错。',
  source: {
    file: '文件',
    lines: '行数',
    functions: '函数',
    noted: '有注解',
    counted: '只计超过三行的函数。',
    lit: (count) => `点亮了 ${count} 行。`,
    goToLit: '跳到第一行',
    unlight: '全部熄灭',
  },
  demos: {
    find: '查找',
    example: '流、循环……',
    count: (count) => `${count} 个示例`,
  },
  onion: {
    title: 'Express 调用 next()，Koa 等待它。',
    lead: '外层处理函数 await next()，内层等待 5 毫秒。两个框架的真实行为：',
  },
}

/** The words of the page's language. */
export function useWords() {
  const { lang } = useData()
  return computed(() => (lang.value.startsWith('zh') ? zh : en))
}
