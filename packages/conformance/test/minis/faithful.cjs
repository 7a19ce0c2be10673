module.exports = function compose(stack) {
  return (ctx) => {
    const dispatch = async (index) => stack[index]?.(ctx, () => dispatch(index + 1))
    return dispatch(0)
  }
}
