/**
 * The functions of an upstream file, found by TypeScript's parser.
 *
 * A function is named by where it stands (`handle.next`, `set body`, `fns.forEach()`), never by its line: lines move
 * with every release. Its own code is its tokens, without comments and blanks, and without the functions in it that are
 * long enough to be told of by themselves. So a change is laid at the door of the function in which it happened.
 *
 * @module
 */
import { createHash } from 'node:crypto'
import ts from 'typescript'

/** A function longer than this many lines has to be told of. */
export const SHORT = 3

/** A function of upstream's. */
export interface UpstreamFunction {
  /** `handle.next`: unlike all others of its file. */
  symbol: string
  /** What else it is called: `res.set` and `res.header` are one. */
  aliases: string[]
  /** First and last line, from 1. */
  from: number
  to: number
  /** The first line of the comment that stands right above it; `from` where there is none. */
  top: number
  /** Longer than three lines. */
  long: boolean
  /** Its own code as it is written, without the long functions in it. */
  text: string
  /** Of its own tokens. */
  hash: string
}

type FunctionNode = ts.FunctionLikeDeclaration & { body: ts.Node }

/** The functions of a file, in the order in which they begin. */
export function functionsOf(source: string, name = 'upstream.js'): UpstreamFunction[] {
  const file = ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS)
  const found: UpstreamFunction[] = []
  const taken = new Map<string, number>()

  visit(file, [])
  return found

  function visit(node: ts.Node, scope: readonly string[]): void {
    let inside = scope
    if (isFunction(node)) {
      const { name: own, aliases } = namesOf(node, file)
      const symbol = distinct([...scope, own].join('.'))
      found.push(describe(node, symbol, aliases))
      inside = [symbol]
    } else if (ts.isClassLike(node)) {
      inside = classNameOf(node, file)
    }
    ts.forEachChild(node, (child) => visit(child, inside))
  }

  function distinct(symbol: string): string {
    const times = (taken.get(symbol) ?? 0) + 1
    taken.set(symbol, times)
    return times === 1 ? symbol : `${symbol}~${times}`
  }

  function describe(node: FunctionNode, symbol: string, aliases: string[]): UpstreamFunction {
    const from = lineOf(file, node.getStart(file))
    return {
      symbol,
      aliases,
      from,
      to: lineOf(file, node.end),
      top: Math.min(from, topOf(node, file)),
      long: isLong(node, file),
      text: ownText(node, file),
      hash: hashOf(ownTokens(node, file)),
    }
  }
}

/** Whether a piece of code stands in a function, however either is broken into lines. */
export function contains(text: string, quote: string): boolean {
  return inOneLine(text).includes(inOneLine(quote))
}

function inOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function isFunction(node: ts.Node): node is FunctionNode {
  return ts.isFunctionLike(node) && 'body' in node && node.body !== undefined
}

/** Its own, or that of the variable that holds it. */
function classNameOf(node: ts.ClassLikeDeclaration, file: ts.SourceFile): string[] {
  const name = node.name ?? (ts.isVariableDeclaration(node.parent) ? node.parent.name : undefined)
  return name ? [name.getText(file)] : []
}

function isLong(node: ts.Node, file: ts.SourceFile): boolean {
  return lineOf(file, node.end) - lineOf(file, node.getStart(file)) + 1 > SHORT
}

function lineOf(file: ts.SourceFile, position: number): number {
  return file.getLineAndCharacterOfPosition(position).line + 1
}

/** Its own name, or what it is assigned to, or what it is handed to. */
function namesOf(node: FunctionNode, file: ts.SourceFile): { name: string; aliases: string[] } {
  const aliases = assignedTo(node, file)
  const own = ownName(node, file)
  const name = own ?? aliases[0] ?? placeName(node, file)
  return { name, aliases: aliases.filter((alias) => alias !== name) }
}

function ownName(node: FunctionNode, file: ts.SourceFile): string | undefined {
  if (ts.isConstructorDeclaration(node)) return 'constructor'
  const bare = node.name?.getText(file)
  if (bare === undefined) return undefined
  const isStatic =
    ts.isClassElement(node) && ts.getCombinedModifierFlags(node) & ts.ModifierFlags.Static
  const name = isStatic ? `static ${bare}` : bare
  if (ts.isGetAccessor(node)) return `get ${name}`
  if (ts.isSetAccessor(node)) return `set ${name}`
  return name
}

/** `res.set = res.header = function …`: both, outermost first. */
function assignedTo(node: ts.Node, file: ts.SourceFile): string[] {
  const names: string[] = []
  let at = node.parent
  while (ts.isBinaryExpression(at) && at.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
    names.unshift(lastName(at.left, file))
    at = at.parent
  }
  return names
}

function lastName(target: ts.Expression, file: ts.SourceFile): string {
  if (target.getText(file) === 'module.exports') return 'module.exports'
  if (ts.isPropertyAccessExpression(target)) return target.name.text
  if (ts.isElementAccessExpression(target)) return `[${target.argumentExpression.getText(file)}]`
  return target.getText(file)
}

function placeName(node: FunctionNode, file: ts.SourceFile): string {
  const { parent } = node
  if (ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent)) {
    return parent.name.getText(file)
  }
  if (ts.isReturnStatement(parent)) return 'return'
  if (ts.isCallExpression(parent)) {
    const label = parent.arguments.find(ts.isStringLiteral)
    return label ? label.text : `${lastName(parent.expression, file)}()`
  }
  return 'function'
}

/** A comment belongs to the statement or the member that the function is. */
function topOf(node: ts.Node, file: ts.SourceFile): number {
  const whole = memberOf(node, file)
  const comments = ts.getLeadingCommentRanges(file.text, whole.pos) ?? []
  return lineOf(file, firstOfRun(comments, file)?.pos ?? whole.getStart(file))
}

/** The last comment, or the first of the line comments that stand above it without a gap. */
function firstOfRun(
  comments: readonly ts.CommentRange[],
  file: ts.SourceFile,
): ts.CommentRange | undefined {
  const start = comments.findLastIndex((comment, at) => {
    const above = comments[at - 1]
    return !above || lineOf(file, above.end) + 1 < lineOf(file, comment.pos)
  })
  return comments[start]
}

/** What a function is the value of, as long as that begins on its line: `res.send = function …`, not the call around. */
function memberOf(node: ts.Node, file: ts.SourceFile): ts.Node {
  const { parent } = node
  if (ts.isStatement(node) || ts.isClassElement(node) || ts.isSourceFile(parent)) return node
  if (ts.isBlock(parent) || ts.isObjectLiteralExpression(parent)) return node
  const sameLine = lineOf(file, parent.getStart(file)) === lineOf(file, node.getStart(file))
  const assignment = ts.isBinaryExpression(parent) || ts.isExpressionStatement(parent)
  return sameLine || assignment ? memberOf(parent, file) : node
}

/** As it is written, with `…` for what is told of elsewhere. */
function ownText(node: FunctionNode, file: ts.SourceFile): string {
  let text = ''
  let at = startOfLine(node, file)
  for (const inner of longFunctionsIn(node, file)) {
    text += `${file.text.slice(at, inner.getStart(file))}…`
    at = inner.end
  }
  return dedent(text + file.text.slice(at, node.end))
}

function startOfLine(node: ts.Node, file: ts.SourceFile): number {
  const start = node.getStart(file)
  return file.text.lastIndexOf('\n', start - 1) + 1
}

function dedent(text: string): string {
  const lines = text.split('\n')
  const indents = lines
    .filter((line) => line.trim())
    .map((line) => /^ */.exec(line)?.[0].length ?? 0)
  return lines.map((line) => line.slice(Math.min(...indents)).trimEnd()).join('\n')
}

function ownTokens(node: FunctionNode, file: ts.SourceFile): string[] {
  const tokens: string[] = []
  collect(node)
  return tokens

  function collect(at: ts.Node): void {
    const children = at.getChildren(file).filter((child) => !ts.isJSDoc(child))
    if (at !== node && isFunction(at) && isLong(at, file)) tokens.push('…')
    else if (children.length > 0) for (const child of children) collect(child)
    else if (at.end > at.getStart(file)) tokens.push(at.getText(file))
  }
}

function longFunctionsIn(node: FunctionNode, file: ts.SourceFile): FunctionNode[] {
  const found: FunctionNode[] = []
  ts.forEachChild(node, visit)
  return found

  function visit(at: ts.Node): void {
    if (isFunction(at) && isLong(at, file)) found.push(at)
    else ts.forEachChild(at, visit)
  }
}

function hashOf(tokens: readonly string[]): string {
  return createHash('sha256').update(tokens.join('\n')).digest('hex').slice(0, 16)
}
