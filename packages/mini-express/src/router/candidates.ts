/**
 * Which layers can match a path at all: a tree of the segments that their paths begin with.
 *
 * A layer stands where its plain text ends: `/users/:id/posts` at `users`, a RegExp at the root, a list wherever one
 * of its paths does. Walking down along a path collects more than the layers that match, never less; who really
 * does is for them to say. Fast because a request meets only the layers on its way, however many there are beside it.
 *
 * @module
 * @counterpart mini-koa/src/router/candidates.ts
 */
import { GRAMMAR, type Layer } from './layer.ts'

interface Node {
  /** Places in the router's stack, in ascending order. */
  places: number[]
  children: Map<string, Node>
}

/** Fewer layers than this are as quickly asked one by one. */
const WORTHWHILE = 5

/** The layers of a stack as it is now, found by path. */
export class Candidates {
  readonly #root = newNode()
  #depth = 0

  constructor(stack: readonly Layer[]) {
    for (const [place, layer] of stack.entries()) {
      for (const segments of beginnings(layer)) this.#add(segments, place)
    }
  }

  #add(segments: readonly string[], place: number): void {
    let node = this.#root
    for (const segment of segments) node = childOf(node, segment)
    node.places.push(place)
    this.#depth = Math.max(this.#depth, segments.length)
  }

  /** The places of the layers that may match, in ascending order; one may come twice. */
  find(path: string): readonly number[] {
    let node: Node | undefined = this.#root
    let places: readonly number[] = node.places
    for (const segment of path.toLowerCase().split('/', this.#depth)) {
      node = node.children.get(segment)
      if (!node) break
      places = merge(places, node.places)
    }
    return places
  }
}

/** The stack of a router, where each change is noticed, and what was made of it. */
class Stack {
  readonly layers: Layer[] = []
  #candidates: Candidates | undefined

  /** The same layers for anybody: pushed, spliced or assigned, a change has the candidates made anew. */
  readonly shown = new Proxy(this.layers, {
    defineProperty: (layers, place, descriptor) => {
      this.#candidates = undefined
      return Reflect.defineProperty(layers, place, descriptor)
    },
    deleteProperty: (layers, place) => {
      this.#candidates = undefined
      return Reflect.deleteProperty(layers, place)
    },
  })

  get candidates(): Candidates {
    this.#candidates ??= new Candidates(this.layers)
    return this.#candidates
  }
}

const stacks = new WeakMap<readonly Layer[], Stack>()

/** An empty stack that {@link Way} knows; of any other list every layer is asked. */
export function newStack(): Layer[] {
  const stack = new Stack()
  stacks.set(stack.shown, stack)
  return stack.shown
}

/** How far one walk has come along a stack. */
export class Way {
  readonly #stack: Stack | undefined
  readonly #layers: readonly Layer[]
  /** Where the walk has come to. Layers may come and go meanwhile: it is counted in places. */
  #index = 0
  #candidates: Candidates | undefined
  #path: string | undefined
  #places: readonly number[] = []
  #at = 0

  constructor(stack: readonly Layer[]) {
    this.#stack = stacks.get(stack)
    this.#layers = this.#stack?.layers ?? stack
  }

  get isOver(): boolean {
    return this.#index >= this.#layers.length
  }

  /** The following layer that may match. */
  next(path: string): Layer | undefined {
    if (this.#stack && this.#layers.length >= WORTHWHILE) this.#skip(this.#stack, path)
    return this.#layers[this.#index++]
  }

  /** To the following candidate, or to the end. */
  #skip({ candidates }: Stack, path: string): void {
    if (candidates !== this.#candidates || path !== this.#path) {
      this.#candidates = candidates
      this.#path = path
      this.#places = candidates.find(path)
      this.#at = 0
    }
    const places = this.#places
    while ((places[this.#at] as number) < this.#index) this.#at += 1
    this.#index = places[this.#at] ?? this.#layers.length
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

/**
 * What every path that the layer matches begins with, for each of its own: segments in lower case, which misses
 * nothing where capitals matter either.
 */
function beginnings({ slash, rawPath }: Layer): string[][] {
  return slash ? [[]] : [rawPath].flat().map(fixedSegments)
}

/** None for a RegExp, and for what a layer of another make may have in the place of a path. */
function fixedSegments(path: unknown): string[] {
  if (typeof path !== 'string') return []
  const end = path.search(FIRST_UNSURE)
  // A slash at the end says nothing.
  if (end === -1) return path.toLowerCase().replace(/\/+$/, '').split('/')
  // The segment in which it stands is not sure either.
  return path.slice(0, end).toLowerCase().split('/').slice(0, -1)
}

/** Grammar, or what is not ASCII: of that, a RegExp and `toLowerCase` think differently. */
const FIRST_UNSURE = new RegExp(`${GRAMMAR.source}|[^ -~]`)
