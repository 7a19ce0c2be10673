/**
 * Which layers can match a path at all: a tree of the segments that their paths begin with.
 *
 * A layer stands where its plain text ends: `/users/:id/posts` at `users`, a RegExp at the root. Walking down
 * along a path collects more than the layers that match, never less; who really does is for them to say.
 * Fast because a request meets only the layers on its way, however many there are beside it.
 *
 * @module
 * @counterpart mini-express/src/router/candidates.ts
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
  #depth = 0

  constructor(stack: readonly Layer[]) {
    this.#stack = stack
    this.#size = stack.length
    for (const [place, layer] of stack.entries()) this.#add(fixedSegments(layer), place)
  }

  #add(segments: readonly string[], place: number): void {
    let node = this.#root
    for (const segment of segments) node = childOf(node, segment)
    node.places.push(place)
    this.#depth = Math.max(this.#depth, segments.length)
  }

  /** Whether these are still the layers of `stack`: none has been added or taken away. */
  isOf(stack: readonly Layer[]): boolean {
    return stack === this.#stack && stack.length === this.#size
  }

  /** The layers that may match, in the order in which they were registered. */
  find(path: string): readonly Layer[] {
    if (this.#size < WORTHWHILE) return this.#stack
    let node: Node | undefined = this.#root
    let places: readonly number[] = node.places
    for (const segment of path.toLowerCase().split('/', this.#depth)) {
      node = node.children.get(segment)
      if (!node) break
      places = merge(places, node.places)
    }
    return places.map((place) => this.#stack[place] as Layer)
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

function merge(some: readonly number[], more: readonly number[]): readonly number[] {
  if (some.length === 0) return more
  if (more.length === 0) return some
  const merged: number[] = []
  let at = 0
  for (const place of more) {
    while ((some[at] as number) < place) merged.push(some[at++] as number)
    merged.push(place)
  }
  while (at < some.length) merged.push(some[at++] as number)
  return merged
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
