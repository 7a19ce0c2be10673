const names = ['./data', './folder', './data.json', 'node:path', 'no-such-package']

function required(name) {
  try {
    return typeof require(name)
  } catch (err) {
    return err.code
  }
}

async function imported(name) {
  try {
    const attributes = name.endsWith('.json') ? { with: { type: 'json' } } : {}
    return typeof (await import(name, attributes)).default
  } catch (err) {
    return err.code
  }
}

async function main() {
  for (const name of names) {
    console.log(name.padEnd(15), '| require:', required(name), '| import:', await imported(name))
  }
}

main()
