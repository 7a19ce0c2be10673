console.log('main runs, heavy does not')

const name = 'heavy'
const [one, two] = await Promise.all([import(`./${name}.ts`), import(`./${name}.ts`)])
console.log(one === two, one.default)

const missing = 'not-there'
await import(`./${missing}.ts`).catch((err: NodeJS.ErrnoException) => console.log(err.name))
