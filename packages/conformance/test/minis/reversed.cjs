// Runs the stack from its end.
module.exports = function compose(stack) {
  return async (ctx) => {
    const rest = [...stack]
    const next = () => rest.pop()?.(ctx, next)
    await next()
  }
}
