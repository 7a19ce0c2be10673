exports.add = (a, b) => a + b
exports.multiply = (a, b) => a * b
exports[['la', 'te'].join('')] = (value) => value / 2
