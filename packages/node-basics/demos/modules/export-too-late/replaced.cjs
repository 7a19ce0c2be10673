setTimeout(() => {
  module.exports = { answer: 42 }
}, 0)
