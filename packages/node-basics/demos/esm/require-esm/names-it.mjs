const hello = (name) => `hello ${name}`

export { hello as 'module.exports' }
