exports.ready = new Promise((resolve) => {
  setTimeout(resolve, 0, { answer: 42 })
})
