/**
 * What the pages of the annotated source say by themselves, in both languages.
 *
 * @module
 */
const en = {
  introduction: (name: string, link: string) =>
    `The code of ${name} as it is installed, at its version in ${link}. What is beside it is ours; what is marked is the line that a note turns on.`,
  share: (long: number, noted: number) =>
    `${long} functions of more than three lines, ${noted} of them with a note.`,
  keys: 'From a function’s name, ↑ and ↓ go to the next one, → opens its counterpart in the mini, ← closes it.',
  functions: 'Functions in this file',
  lines: (from: number, to: number) => (from === to ? `line ${from}` : `lines ${from}–${to}`),
  github: (from: number, to: number) => `lines ${from}–${to} on GitHub`,
  built: 'It is published built from TypeScript, and shown as it runs.',
  builtFrom: (file: string) => `${file} on GitHub`,
  topics: 'Watch it in:',
  comma: ', ',
  counterpart: (mini: string) => `In ${mini}:`,
  old: '',
  licence: 'MIT licence of the code on this page',
  noLicence: (name: string) =>
    `${name} is published under the MIT licence; the package has no file with its text.`,
}

/** The words of one language. */
export type SourceWords = typeof en

const zh: SourceWords = {
  introduction: (name, link) =>
    `${name} 已安装的代码原文，对应 ${link} 中的同一版本。旁边的注解是我们写的；标出的那一行是注解的关键。`,
  share: (long, noted) => `超过三行的函数共 ${long} 个，其中 ${noted} 个有注解。`,
  keys: '焦点在函数名上时，↑ ↓ 跳到上一个、下一个函数，→ 展开迷你版中的对应代码，← 收起。',
  functions: '本文件的函数',
  lines: (from, to) => (from === to ? `第 ${from} 行` : `第 ${from}–${to} 行`),
  github: (from, to) => `GitHub 上的第 ${from}–${to} 行`,
  built: '它由 TypeScript 构建后发布，这里展示的是实际运行的代码。',
  builtFrom: (file) => `GitHub 上的 ${file}`,
  topics: '在这些主题里可以看到：',
  comma: '、',
  counterpart: (mini) => `${mini} 中的`,
  old: '英文注解更新过，这段译文还没有跟上。',
  licence: '本页代码的 MIT 许可证',
  noLicence: (name) => `${name} 以 MIT 许可证发布；包内没有附带许可证文件。`,
}

/** By language. */
export const sourceWords = { en, zh }
