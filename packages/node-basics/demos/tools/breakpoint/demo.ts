import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'A breakpoint, set by a program', zh: '由程序设置的断点' },
  question: {
    en: 'A debugger sets a breakpoint with a condition and looks at a variable. What does DevTools send for a click?',
    zh: '调试器设置带条件的断点并查看变量。在 DevTools 里点一下，发送的是什么？',
  },
  explanation: {
    en: "Messages of the Chrome DevTools Protocol, JSON over a WebSocket. setBreakpointByUrl sets it, paused brings the call stack, evaluateOnCallFrame asks in the scope of a frame, resume goes on. All debuggers for Node, VS Code's too, speak this.",
    zh: 'Chrome DevTools 协议的消息：WebSocket 上的 JSON。setBreakpointByUrl 设断点，paused 带来调用栈，evaluateOnCallFrame 在某一帧的作用域里求值，resume 继续。所有 Node 调试器，包括 VS Code 的，说的都是它。',
  },
  links: ['https://chromedevtools.github.io/devtools-protocol/v8/Debugger/'],
} satisfies Demo
