/**
 * Which layers can match a path at all: a tree of the segments that their paths begin with.
 *
 * A layer stands where its plain text ends: `/users/:id/posts` at `users`, a RegExp at the root. Walking down
 * along a path collects more than the layers that match, never less; who really does is for them to say.
 * Fast because a request meets only the layers on its way, however many there are beside it.
 *
 * @module
 */
import { GRAMMAR, type Layer } from './layer.ts'

interface Node {
  /** Places in the router's stack, in ascending order. */
  places: number[]
  children: Map<string, Node>
}

/** Fewer layers than this are as quickly asked one by one. */
const WORTHWHILE = 5

/** The layers of a router, found by path. Made anew when the stack changes. */
export class Candidates {
  readonly #stack: readonly Layer[]
  readonly #size: number
  readonly #root = newNode()

  constructor(stack: readonly Layer[]) {
    this.#stack = stack
    this.#size = stack.length
    for (const [place, layer] of stack.entries()) {
      let node = this.#root
      for (const segment of fixedSegments(layer)) node = childOf(node, segment)
      node.places.push(place)
    }
  }

  /** Whether these are still the layers of `stack`: none has been added or taken away. */
  isOf(stack: readonly Layer[]): boolean {
    return stack === this.#stack && stack.length === this.#size
  }

  /** The layers that may match, in the order in which they were registered. */
  find(path: string): readonly Layer[] {
    if (this.#size < WORTHWHILE) return this.#stack
    const places = [...this.#root.places]
    let node: Node | undefined = this.#root
    for (const segment of path.toLowerCase().split('/')) {
      node = node.children.get(segment)
      if (!node) break
      places.push(...node.places)
    }
    return places.sort((a, b) => a - b).map((place) => this.#stack[place] as Layer)
  }
}

function newNode(): Node {
  return { places: [], children: new Map() }
}

function childOf(node: Node, segment: string): Node {
  const child = node.children.get(segment) ?? newNode()
  node.children.set(segment, child)
  return child
}

/** What every path that the layer matches begins with, in lower case: sensitive or not, that misses nothing. */
function fixedSegments({ path, opts }: Layer): string[] {
  if (path instanceof RegExp || opts.pathAsRegExp) return []
  const end = path.search(FIRST_UNSURE)
  if (end === -1) return path.toLowerCase().split('/')
  // The segment in which it stands is not sure either.
  return path.slice(0, end).toLowerCase().split('/').slice(0, -1)
}

/** Grammar, or what is not ASCII: of that, a RegExp and `toLowerCase` think differently. */
const FIRST_UNSURE = new RegExp(`${GRAMMAR.source}|[^ -~]`)
