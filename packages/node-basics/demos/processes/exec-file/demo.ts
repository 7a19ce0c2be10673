import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Running a program: execFile', zh: '运行程序：execFile' },
  question: {
    en: 'A program prints two lines, complains on stderr and leaves with 3. Where does each of the three show up?',
    zh: '一个程序打印两行，在 stderr 上抱怨，以 3 退出。这三样各在哪里出现？',
  },
  explanation: {
    en: 'execFile waits for the end and hands over all of stdout and stderr. An exit code other than 0 is an error, with code, stdout and stderr on it. Output over maxBuffer, 1 MiB, ends the program.',
    zh: 'execFile 等到结束，交出全部 stdout 和 stderr。退出码非 0 就是错误，错误上带着 code、stdout、stderr。输出超过 maxBuffer（1 MiB）会结束该程序。',
  },
  links: [
    'https://nodejs.org/api/child_process.html#child_processexecfilefile-args-options-callback',
  ],
} satisfies Demo
