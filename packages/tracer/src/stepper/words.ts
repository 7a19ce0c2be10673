/**
 * What the stepper says, in both languages.
 *
 * @module
 */
import type { Message, Prompt } from './state.ts'

const en = {
  step: (at: number, of: number) => `step ${at} of ${of}`,
  end: 'the end',
  event: (at: number, of: number) => `event ${at} of ${of}`,
  stack: 'stack',
  locals: 'locals',
  events: 'events',
  response: 'response',
  none: 'none yet',
  together: 'in step',
  parted: (by: string) => `parted by ${by}`,
  keys: '→← event ↓↑ line f b function / search r run to : step tab other ? help q quit',
  prompts: {
    search: 'search: ',
    run: 'run to (function, or file:line): ',
    jump: 'step number: ',
  } satisfies Record<Prompt['kind'], string>,
  message(message: Message): string {
    switch (message.kind) {
      case 'nowhere':
        return `"${message.text}" is not ahead in this run.`
      case 'wrapped':
        return 'Searched on from the other end.'
      case 'no number':
        return `"${message.text}" is no step. There are 1 to ${message.last}.`
    }
  },
  help: [
    '→ ←   space     by event',
    '↓ ↑   j k       by line',
    'f b   PgDn PgUp by function',
    'g G   Home End  to the start, to the end',
    '/ n N           search in lines and functions; next, previous',
    'r               run to a function, or to a place: compose.ts:41',
    ':               to a step by its number',
    'tab             to the other subject; all of them move in lock-step',
    'q     Ctrl-C    quit',
    '',
    'The marked line is about to run. The depth of the stack stays across await.',
  ],
}

/** The words of one language. */
export type Words = typeof en

const zh: Words = {
  step: (at, of) => `第 ${at} 步，共 ${of} 步`,
  end: '结束',
  event: (at, of) => `事件 ${at}/${of}`,
  stack: '调用栈',
  locals: '局部变量',
  events: '事件',
  response: '响应',
  none: '还没有',
  together: '同步',
  parted: (by) => `从这里分开：${by}`,
  keys: '→← 事件 ↓↑ 行 f b 函数 / 搜索 r 运行到 : 步号 tab 切换 ? 帮助 q 退出',
  prompts: { search: '搜索：', run: '运行到（函数名，或 文件:行号）：', jump: '步号：' },
  message(message) {
    switch (message.kind) {
      case 'nowhere':
        return `后面没有“${message.text}”。`
      case 'wrapped':
        return '已从另一端继续搜索。'
      case 'no number':
        return `没有第“${message.text}”步，只有 1 到 ${message.last}。`
    }
  },
  help: [
    '→ ←   空格      按事件',
    '↓ ↑   j k       按行',
    'f b   PgDn PgUp 按函数',
    'g G   Home End  到开头，到结尾',
    '/ n N           在代码行和函数名中搜索；下一个，上一个',
    'r               运行到某个函数，或某个位置：compose.ts:41',
    ':               按步号跳转',
    'tab             切换到另一个框架；所有框架同步前进',
    'q     Ctrl-C    退出',
    '',
    '标出的一行即将运行。调用栈的深度在 await 之后保持不变。',
  ],
}

/** Every language's words. */
export const stepperWords: Readonly<Record<'en' | 'zh', Words>> = { en, zh }
