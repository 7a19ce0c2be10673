import Koa, { provides } from '@await-next/mini-koa'

interface User {
  name: string
}

const findUser = async (token: string): Promise<User> => ({ name: token })
// ---cut---
const authenticate = provides<{ user: User }>(async (ctx, next) => {
  ctx.state.user = await findUser(ctx.get('Authorization'))
  await next()
})

new Koa().use(authenticate).use((ctx) => {
  ctx.body = ctx.state.user.name
  //                   ^?
})
