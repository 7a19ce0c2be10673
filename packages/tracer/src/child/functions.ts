/**
 * The functions of a file: where each begins and ends, what it is called, and which variables it has.
 *
 * @module
 */
import { type AnyNode, type Function as FunctionNode, type Pattern, parse } from 'acorn'

/** A function as it stands in its file. Offsets count characters from zero. */
export interface SourceFunction {
  name: string
  start: number
  end: number
  /** Where the statements of its body end; nothing for an expression. */
  statements: readonly number[]
  /** Index of the function it stands in; `null` for the file itself. */
  parent: number | null
  /** Whether it can wait in the middle and be gone on with later. */
  resumable: boolean
  /** Whether its first statement is a loop, so that coming by its start again is no new call. */
  loopsAtOnce: boolean
  /** Where it is made: a declaration is hoisted to the beginning of the function around it. */
  made: number
  /** Parameters and variables. Those of the file itself are left out: everybody knows them. */
  variables: Declaration[]
}

/** Where a name is a variable. */
export interface Declaration {
  name: string
  /** Where it stands for this variable. */
  start: number
  end: number
  /** From here on it is set, and not before; infinite where that depends on the way that was taken. */
  ready: number
}

/** The functions of a file, and the variables each of its places mentions. */
export interface SourceMap {
  /** The file itself first; a function comes before those within it. */
  functions: SourceFunction[]
  /** Where a name is mentioned as a variable, ascending by offset. */
  mentions: { offset: number; name: string }[]
}

/**
 * Reads a file's functions.
 *
 * @param text - JavaScript, as V8 runs it.
 * @param isModule - Whether it is an ES module.
 */
export function readFunctions(text: string, isModule: boolean): SourceMap {
  const program = parse(text, {
    ecmaVersion: 'latest',
    sourceType: isModule ? 'module' : 'script',
    allowReturnOutsideFunction: true,
    allowHashBang: true,
  })
  const reader = new Reader(text.length)
  reader.visit(program, [], undefined)
  reader.mentions.sort((one, other) => one.offset - other.offset)
  return { functions: reader.functions, mentions: reader.mentions }
}

/**
 * The function whose code stands at an offset, as an index. At a function's own first character stands code of
 * the one around it: that makes it.
 */
export function functionAt(functions: readonly SourceFunction[], offset: number): number {
  let found = 0
  // A function comes after those it stands in, so that the last one that fits is the innermost. A plain loop: it runs often.
  for (let at = 0; at < functions.length; at += 1) {
    const { start, end } = functions[at] as SourceFunction
    if (start > offset) break
    if (start < offset && offset < end) found = at
  }
  return found
}

class Reader {
  readonly functions: SourceFunction[]
  readonly mentions: SourceMap['mentions'] = []
  #current = 0

  constructor(length: number) {
    this.functions = [
      {
        name: '(module)',
        start: 0,
        end: length,
        statements: [],
        parent: null,
        resumable: true,
        loopsAtOnce: false,
        made: 0,
        variables: [],
      },
    ]
  }

  visit(node: AnyNode, above: readonly AnyNode[], key: string | undefined): void {
    const fn = functionOf(node, above)
    if (fn) this.#enter(fn, node, above)
    else {
      this.#note(node, above, key)
      this.#visitChildren(node, above)
    }
  }

  #visitChildren(node: AnyNode, above: readonly AnyNode[]): void {
    for (const [key, value] of Object.entries(node)) {
      for (const child of Array.isArray(value) ? value : [value]) {
        if (isNode(child)) this.visit(child, [...above, node], key)
      }
    }
  }

  #enter(fn: Omit<SourceFunction, 'parent'>, node: AnyNode, above: readonly AnyNode[]): void {
    const outer = this.#current
    this.functions.push({ ...fn, parent: outer })
    this.#current = this.functions.length - 1
    this.#visitChildren(node, above)
    this.#current = outer
  }

  #note(node: AnyNode, above: readonly AnyNode[], key: string | undefined): void {
    if (this.#current > 0) {
      const { variables } = this.functions[this.#current] as SourceFunction
      variables.push(...declaredBy(node, above))
    }
    if (node.type === 'Identifier' && isVariable(above.at(-1), key)) {
      this.mentions.push({ offset: node.start, name: node.name })
    }
  }
}

function declaredBy(node: AnyNode, above: readonly AnyNode[]): Declaration[] {
  if (node.type === 'CatchClause') return declare([node.param ?? null], node, node.body.start)
  if (node.type !== 'VariableDeclarator') return []
  const at = above.length - 1
  const holder = above[at] as AnyNode
  if (holder.type === 'VariableDeclaration' && holder.kind === 'var') {
    return declare([node.id], functionAround(above)?.body ?? node, bodyAround(above))
  }
  const scope = above[at - 1] as AnyNode
  // The cases of a switch have one scope, and a later case may be gone to directly.
  if (scope.type === 'SwitchCase') {
    return declare([node.id], above[at - 2] as AnyNode, Number.POSITIVE_INFINITY)
  }
  const isEach = scope.type === 'ForInStatement' || scope.type === 'ForOfStatement'
  return declare([node.id], scope, isEach ? scope.body.start : node.end)
}

function functionAround(above: readonly AnyNode[]): FunctionNode | undefined {
  return above.findLast((one) => 'params' in one) as FunctionNode | undefined
}

function bodyAround(above: readonly AnyNode[]): number {
  return functionAround(above)?.body.start ?? 0
}

function declare(
  patterns: readonly (Pattern | null)[],
  { start, end }: AnyNode,
  ready: number,
): Declaration[] {
  return patterns.flatMap(namesOf).map((name) => ({ name, start, end, ready }))
}

function functionOf(
  node: AnyNode,
  above: readonly AnyNode[],
): Omit<SourceFunction, 'parent'> | undefined {
  switch (node.type) {
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return {
        name: nameOf(node, above),
        ...extentOf(node, above),
        statements: statementsOf(node).map(({ end }) => end),
        resumable: node.async || node.generator,
        loopsAtOnce: loopsAtOnce(node),
        made: node.type === 'FunctionDeclaration' ? bodyAround(above) : node.start,
        variables: declare(node.params, node, node.start),
      }
    case 'ClassDeclaration':
    case 'ClassExpression':
      // V8 makes functions for the fields of a class, and for a constructor nobody wrote. They end where the class ends, and
      // the latter stands where it begins.
      return {
        name: `new ${classNameOf([...above, node])}`,
        start: node.start - 2,
        end: node.end,
        statements: [],
        resumable: false,
        loopsAtOnce: false,
        made: node.start,
        variables: [],
      }
    default:
      return undefined
  }
}

/** A method's function begins, for V8, at its name. */
function extentOf(node: FunctionNode, above: readonly AnyNode[]): { start: number; end: number } {
  const holder = above.at(-1)
  const isMethod =
    holder?.type === 'MethodDefinition' ||
    (holder?.type === 'Property' && (holder.method || holder.kind !== 'init'))
  return { start: isMethod ? holder.start : node.start, end: node.end }
}

function nameOf(node: FunctionNode, above: readonly AnyNode[]): string {
  if ('id' in node && node.id) return node.id.name
  const holder = above.at(-1)
  switch (holder?.type) {
    case 'VariableDeclarator':
      return textOf(holder.id)
    case 'AssignmentExpression':
      return textOf(holder.left)
    case 'Property':
      return `${holder.kind === 'init' ? '' : `${holder.kind} `}${textOf(holder.key)}`
    case 'MethodDefinition': {
      const kind = holder.kind === 'get' || holder.kind === 'set' ? `${holder.kind} ` : ''
      const owner = classNameOf(above)
      return holder.kind === 'constructor' ? owner : `${kind}${owner}.${textOf(holder.key)}`
    }
    case 'PropertyDefinition':
      return `${classNameOf(above)}.${textOf(holder.key)}`
    case 'ExportDefaultDeclaration':
      return 'default'
    default:
      return '(anonymous)'
  }
}

function classNameOf(above: readonly AnyNode[]): string {
  const at = above.findLastIndex(({ type }) => /^Class(Declaration|Expression)$/.test(type))
  const node = above[at]
  if (node && 'id' in node && node.id && 'name' in node.id) return `${node.id.name}`
  const holder = above[at - 1]
  return holder?.type === 'VariableDeclarator' ? textOf(holder.id) : '(class)'
}

function textOf(node: AnyNode): string {
  switch (node.type) {
    case 'Identifier':
      return node.name
    case 'PrivateIdentifier':
      return `#${node.name}`
    case 'Literal':
      return String(node.value)
    case 'MemberExpression':
      return textOf(node.property)
    default:
      return '(computed)'
  }
}

function loopsAtOnce(node: FunctionNode): boolean {
  return /^(While|DoWhile|For|ForIn|ForOf)Statement$/.test(statementsOf(node)[0]?.type ?? '')
}

function statementsOf({ body }: FunctionNode): readonly AnyNode[] {
  return body.type === 'BlockStatement' ? body.body : []
}

function namesOf(pattern: Pattern | null): string[] {
  switch (pattern?.type) {
    case 'Identifier':
      return [pattern.name]
    case 'ObjectPattern':
      return pattern.properties.flatMap((property) =>
        namesOf(property.type === 'Property' ? property.value : property.argument),
      )
    case 'ArrayPattern':
      return pattern.elements.flatMap(namesOf)
    case 'AssignmentPattern':
      return namesOf(pattern.left)
    case 'RestElement':
      return namesOf(pattern.argument)
    default:
      return []
  }
}

/** A name after a dot, or before a colon, is no variable. */
function isVariable(holder: AnyNode | undefined, key: string | undefined): boolean {
  switch (holder?.type) {
    case 'MemberExpression':
      return key === 'object' || holder.computed
    case 'Property':
      return key === 'value' || holder.computed
    case 'MethodDefinition':
    case 'PropertyDefinition':
      return key === 'value' || holder.computed
    case 'LabeledStatement':
    case 'BreakStatement':
    case 'ContinueStatement':
    case 'MetaProperty':
      return false
    default:
      return true
  }
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && typeof (value as AnyNode).type === 'string'
}
