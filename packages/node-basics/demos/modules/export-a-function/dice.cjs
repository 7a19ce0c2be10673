console.log('dice.cjs runs')

module.exports = function makeDice(colour) {
  let rolls = 0
  return {
    roll: () => {
      rolls += 1
    },
    toString: () => `${colour}: ${rolls} rolls`,
  }
}
