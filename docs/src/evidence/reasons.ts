/**
 * In Chinese: why something is ignored or known to fail. In English the reasons stand in the lists themselves.
 *
 * @module
 */
export const reasonsInChinese: Readonly<Record<string, string>> = {
  'The Date header tells when, not what.': 'Date 响应头只说明何时，不说明是什么。',
  'The Expires of a cookie tells when it was set, not what.':
    'Cookie 的 Expires 只说明何时设置，不说明是什么。',
  'A stack names files and lines, which is where a mini is meant to differ.':
    '错误栈里是文件名和行号，迷你版在这里本来就不同。',
  'Every run listens on another free port.': '每次运行监听的空闲端口都不同。',
  'Where this repository and the temporary folder stand differs from machine to machine.':
    '仓库和临时文件夹的位置因机器而异。',
  'A database that belongs to one run has a random name.': '每次运行用的数据库，名字是随机的。',
  'Node puts it in front of a printed warning.': 'Node 会把它写在打印的警告前面。',
  'a private helper of upstream; ours is never called without both':
    '原版的内部函数；迷你版调用它时两个参数总是齐全的',
}
