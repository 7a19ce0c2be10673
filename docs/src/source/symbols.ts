/**
 * Finding code by the name of what it defines, never by its line.
 *
 * A name is written as in a stack trace or a tag of ours: `createApplication`, `use`, `Router.prototype.handle`,
 * `Walk.#goOn`. It may leave out what stands around it, as long as only one thing is meant: the outermost is.
 *
 * @module
 */
import ts from 'typescript'

/** A piece of a file, by offsets into its text. */
export interface Place {
  /** Where its comment begins; `start` where it has none. */
  docStart: number
  start: number
  end: number
}

/** Something that has a name, and what it stands in. */
interface Named {
  /** From the outermost: `['Application', 'callback', 'handleRequest']`. */
  names: readonly string[]
  node: ts.Node
}

/**
 * Finds what a file calls `symbol`. Overloads, and a getter with its setter, are one thing. A symbol with a bracket in it
 * is no name but the beginning of a statement: `delegate(proto, 'request')`.
 *
 * @throws Error when there is none, with the name, or when it may mean more than one thing.
 */
export function findSymbol(address: string, text: string, symbol: string): Place {
  const file = parse(address, text)
  const found = symbol.includes('(') ? beginning(file, symbol) : named(address, file, symbol)
  if (found.length === 0) throw new Error(`${address} has no ${symbol} any more.`)
  const [first, last] = [found[0] as ts.Node, found.at(-1) as ts.Node]
  return { docStart: docStart(text, first), start: first.getStart(file), end: last.end }
}

function parse(address: string, text: string): ts.SourceFile {
  const known = parsed.get(address)
  if (known?.text === text) return known
  const kind = address.endsWith('.ts') ? ts.ScriptKind.TS : ts.ScriptKind.JS
  const file = ts.createSourceFile(address, text, ts.ScriptTarget.Latest, true, kind)
  parsed.set(address, file)
  return file
}

const parsed = new Map<string, ts.SourceFile>()

function beginning(file: ts.SourceFile, text: string): ts.Node[] {
  return file.statements.filter((statement) => statement.getText(file).startsWith(text)).slice(0, 1)
}

function named(address: string, file: ts.SourceFile, symbol: string): ts.Node[] {
  const wanted = symbol.split('.')
  const all = everythingNamed(file).filter(({ names }) => endsWith(names, wanted))
  const depth = Math.min(...all.map(({ names }) => names.length))
  const outermost = all.filter(({ names }) => names.length === depth)
  const parents = new Set(outermost.map(({ node }) => node.parent))
  if (parents.size > 1) {
    const meant = outermost.map(({ names }) => names.join('.')).join(', ')
    throw new Error(`${address}#${symbol} may mean more than one thing: ${meant}.`)
  }
  return outermost.map(({ node }) => node)
}

function endsWith(names: readonly string[], wanted: readonly string[]): boolean {
  return wanted.every((name, at) => names.at(at - wanted.length) === name)
}

function everythingNamed(file: ts.SourceFile): Named[] {
  const found: Named[] = []
  const visit = (node: ts.Node, around: readonly string[]) => {
    const own = namesOf(node)
    for (const names of own) found.push({ names: [...around, ...names], node: whole(node) })
    const inside = own.at(-1) ?? []
    node.forEachChild((child) => visit(child, [...around, ...inside]))
  }
  visit(file, [])
  return found
}

/** What a node defines: mostly one name or none, but `res.set = res.header = …` has two. */
function namesOf(node: ts.Node): string[][] {
  if (ts.isExpressionStatement(node)) return namesOfStatement(node.expression)
  if (ts.isConstructorDeclaration(node)) return [['constructor']]
  const { name } = node as ts.NamedDeclaration
  if (!name || !DEFINING.has(node.kind)) return []
  return [[ts.isComputedPropertyName(name) ? `[${name.expression.getText()}]` : name.getText()]]
}

const DEFINING = new Set([
  ts.SyntaxKind.FunctionDeclaration,
  ts.SyntaxKind.ClassDeclaration,
  ts.SyntaxKind.InterfaceDeclaration,
  ts.SyntaxKind.TypeAliasDeclaration,
  ts.SyntaxKind.VariableDeclaration,
  ts.SyntaxKind.MethodDeclaration,
  ts.SyntaxKind.PropertyDeclaration,
  ts.SyntaxKind.PropertyAssignment,
  ts.SyntaxKind.GetAccessor,
  ts.SyntaxKind.SetAccessor,
])

/**
 * `app.use = function …`, `module.exports = class Application …`, or a call that is handed a function with a name:
 * `defineGetter(req, 'ip', function ip() …)`.
 */
function namesOfStatement(expression: ts.Expression): string[][] {
  if (ts.isCallExpression(expression)) {
    return expression.arguments
      .filter((argument) => ts.isFunctionExpression(argument))
      .flatMap(({ name }) => (name ? [[name.text]] : []))
  }
  if (ts.isClassExpression(expression)) return expression.name ? [[expression.name.text]] : []
  if (!ts.isBinaryExpression(expression)) return []
  if (expression.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return []
  const left = expression.left.getText().replaceAll('[', '.[').split('.')
  return [left, ...namesOfStatement(expression.right)]
}

/** A variable with its `const`. */
function whole(node: ts.Node): ts.Node {
  const list = node.parent
  if (!ts.isVariableDeclaration(node) || !ts.isVariableDeclarationList(list)) return node
  return list.declarations.length === 1 ? list.parent : node
}

/** Comments belong to what follows them at once. */
function docStart(text: string, node: ts.Node): number {
  const comments = ts.getLeadingCommentRanges(text, node.getFullStart()) ?? []
  let start = node.getStart()
  for (const { pos, end } of comments.toReversed()) {
    if (/\n[ \t]*\n/.test(text.slice(end, start))) break
    start = pos
  }
  return start
}
