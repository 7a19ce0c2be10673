function secret(name) {
  return name.toUpperCase()
}

function hello(name) {
  return `hello ${secret(name)}`
}

function goodbye(name) {
  return `goodbye ${secret(name)}`
}

module.exports = { hello, goodbye }
