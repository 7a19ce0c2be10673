import './child.ts'

export const NAME = 'parent'

export function greet(): string {
  return 'hello from a function declaration'
}

console.log('parent has run')
