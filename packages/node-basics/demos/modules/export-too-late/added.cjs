setTimeout(() => {
  exports.answer = 42
}, 0)
