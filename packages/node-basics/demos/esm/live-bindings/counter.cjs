exports.count = 0

exports.increment = () => {
  exports.count += 1
}
