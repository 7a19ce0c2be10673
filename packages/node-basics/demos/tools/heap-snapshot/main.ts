import { json } from 'node:stream/consumers'
import { getHeapSnapshot } from 'node:v8'

class Order {
  tea = 'green'
}

interface Snapshot {
  snapshot: { meta: { node_fields: string[]; node_types: [string[]] } }
  nodes: number[]
  strings: string[]
}

async function count(className: string): Promise<number> {
  const { snapshot, nodes, strings } = (await json(getHeapSnapshot())) as Snapshot
  const { node_fields: fields, node_types: types } = snapshot.meta
  const object = types[0].indexOf('object')
  const name = strings.indexOf(className)
  let found = 0
  for (let at = 0; at < nodes.length; at += fields.length) {
    const isObject = nodes[at + fields.indexOf('type')] === object
    if (isObject && nodes[at + fields.indexOf('name')] === name) found += 1
  }
  return found
}

const before = await count('Order')
const cache = Array.from({ length: 1000 }, () => new Order())
const during = await count('Order')
cache.length = 0
const after = await count('Order')

console.log('more than before:', during - before)
console.log('gone after emptying the cache:', during - after)
