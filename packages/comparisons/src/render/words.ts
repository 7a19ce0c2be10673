/**
 * The fixed words of the command line, in both languages.
 *
 * @module
 */
import type { EventKind } from '../events.ts'
import type { Language } from '../topic.ts'
import type { VerdictKind } from '../verdict.ts'

const en = {
  topic: 'topic',
  notRun: 'not run',
  lacks: (name: string, remedy: string) => `${name} is missing: ${remedy}`,
  noAnswer: 'no answer',
  silent: 'none',
  yours: 'yours',
  refuted: '✗ not as claimed',
  failed: '✗ failed',
  verdicts: {
    agree: '● agrees',
    'known difference': '◐ known difference',
    differs: '✗ differs',
  } satisfies Record<VerdictKind, string>,
  events: {
    enter: 'enter',
    next: 'next',
    return: 'return',
    settle: 'settle',
    throw: 'throw',
    respond: 'respond',
  } satisfies Record<EventKind, string>,
  framework: 'the framework',
  legend:
    'mini: ● agrees with its upstream, ◐ a known difference, ✗ differs. ↔, Express against Koa: ● a client sees the same and the handlers end in the same order, ○ not so. That is knowledge: neither side is right.',
  program: 'program',
  happened: 'what happened',
  answer: 'answer',
  why: 'why',
  verdict: 'verdict',
  ignored: 'ignored in every verdict',
  agrees: (upstream: string, mini: string, agreed: number, all: number) =>
    `${upstream} = ${mini}: ${agreed} of ${all} requests agree`,
  differs: (upstream: string, mini: string, agreed: number, all: number) =>
    `${upstream} ≠ ${mini}: ${agreed} of ${all} requests agree`,
  known: (count: number) => `, ${count} known difference${count === 1 ? '' : 's'}`,
  says: (who: string, what: string) => `${who} shows ${what}`,
  claim: (who: string) => `${who} does not show what the topic claims`,
  more: (command: string) => `More: ${command}`,
  claims: {
    true: 'true   ',
    false: 'false  ',
    depends: 'depends',
    predicted: (what: string) => `predicted: ${what}`,
    summary: (all: number, yes: number, no: number, depends: number) =>
      `${all} sentences: ${yes} true, ${no} false, ${depends} that depend`,
    failed: (count: number) => `– ${count} not as stated`,
  },
}

/** The words of one language. */
export type Words = typeof en

const zh: Words = {
  topic: '主题',
  notRun: '未运行',
  lacks: (name, remedy) => `缺少 ${name}：${remedy}`,
  noAnswer: '无应答',
  silent: '无',
  yours: '你的',
  refuted: '✗ 与声明不符',
  failed: '✗ 失败',
  verdicts: { agree: '● 一致', 'known difference': '◐ 已知差异', differs: '✗ 不一致' },
  events: {
    enter: '进入',
    next: 'next',
    return: '返回',
    settle: '完成',
    throw: '抛出',
    respond: '应答',
  },
  framework: '框架',
  legend:
    'mini 一列：● 与上游一致，◐ 已知差异，✗ 不一致。↔ 一列是 Express 与 Koa 之间：● 客户端看到的相同，处理函数结束的顺序也相同；○ 并非如此。这只是知识，没有哪一边是“对”的。',
  program: '程序',
  happened: '发生了什么',
  answer: '答案',
  why: '原因',
  verdict: '结论',
  ignored: '所有结论都忽略的内容',
  agrees: (upstream, mini, agreed, all) =>
    `${upstream} = ${mini}：${all} 个请求中 ${agreed} 个一致`,
  differs: (upstream, mini, agreed, all) =>
    `${upstream} ≠ ${mini}：${all} 个请求中 ${agreed} 个一致`,
  known: (count) => `，${count} 个已知差异`,
  says: (who, what) => `${who} 显示 ${what}`,
  claim: (who) => `${who} 没有表现出主题所声明的行为`,
  more: (command) => `更多：${command}`,
  claims: {
    true: '对      ',
    false: '不对    ',
    depends: '看情况  ',
    predicted: (what) => `按说法应为：${what}`,
    summary: (all, yes, no, depends) =>
      `${all} 句话：${yes} 句对，${no} 句不对，${depends} 句看情况`,
    failed: (count) => `，其中 ${count} 句与声明不符`,
  },
}

/** Every language's words. */
export const words: Readonly<Record<Language, Words>> = { en, zh }

/** The language of the environment: Chinese where the locale says so, English everywhere else. */
export function systemLanguage(env: NodeJS.ProcessEnv = process.env): Language {
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || ''
  return /^zh/i.test(locale) ? 'zh' : 'en'
}
