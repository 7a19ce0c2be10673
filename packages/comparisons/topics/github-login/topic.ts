import { Browser, hopLine } from '../../src/tools/browser.ts'
import type { Topic } from '../../src/topic.ts'

/** Follows the redirects from a page to the end, and tells of each. */
async function follow(browser: Browser, address: string): Promise<string[]> {
  return (await browser.follow(address)).map(hopLine)
}

export default {
  group: 'applications',
  needs: ['provider'],
  title: { en: 'Log in with GitHub', zh: '用 GitHub 登录' },
  question: {
    en: 'A browser logs in with OAuth. Where is it sent, who talks to the provider, and what happens to somebody who brings a code from elsewhere?',
    zh: '浏览器用 OAuth 登录。它会被重定向到哪里？谁与授权服务器通信？如果有人带着别处得来的 code 回来会怎样？',
  },
  requests: [
    {
      name: { en: 'nobody in particular', zh: '未登录' },
      visit: async ({ origin }) => follow(new Browser(), `${origin}/me`),
    },
    {
      name: { en: 'a login', zh: '登录' },
      visit: async ({ origin }) => follow(new Browser(), `${origin}/login`),
    },
    {
      name: { en: 'a visit after the login', zh: '登录之后再次访问' },
      async visit({ origin }) {
        const browser = new Browser()
        await browser.follow(`${origin}/login`)
        return follow(browser, `${origin}/me`)
      },
    },
    {
      name: { en: 'a code without the state of this browser', zh: '没有本浏览器 state 的 code' },
      async visit({ origin }) {
        const attacker = await new Browser().ask(`${origin}/login`)
        const consent = await new Browser().ask(attacker.location ?? origin)
        return follow(new Browser(), String(consent.location))
      },
    },
    {
      name: { en: 'the same code twice', zh: '同一个 code 用两次' },
      async visit({ origin, tools: { provider } }) {
        const browser = new Browser()
        const login = await browser.ask(`${origin}/login`)
        const consent = await browser.ask(login.location ?? origin)
        // Somebody has been faster with this very code.
        await fetch(provider.tokenUrl, {
          method: 'POST',
          body: new URLSearchParams({
            client_id: provider.clientId,
            client_secret: provider.clientSecret,
            code: consent.location?.searchParams.get('code') ?? '',
          }),
        })
        return follow(browser, String(consent.location))
      },
    },
  ],
  express: {
    shows: [
      { told: ['401 /me: who are you?'] },
      {
        told: [
          '302 /login → /login/oauth/authorize ?client_id&redirect_uri&scope&state',
          '302 /login/oauth/authorize → /callback ?code&state',
          '302 /callback → /me',
          '200 /me: hello octocat',
        ],
      },
      { told: ['200 /me: hello octocat'] },
      { told: ['403 /callback: this login was not begun here'] },
      { told: ['401 /callback: bad_verification_code'] },
    ],
    why: {
      en: 'Two redirects and two requests of the server itself. What has to be remembered in between (the state, then the user) stands in a session that a middleware puts on res.locals.',
      zh: '两次重定向，再加服务器自己发出的两个请求。中间要记住的东西（state，之后是用户）放在会话里，由中间件放到 res.locals 上。',
    },
  },
  koa: {
    shows: [
      { told: ['401 /me: who are you?'] },
      {
        told: [
          '302 /login → /login/oauth/authorize ?client_id&redirect_uri&scope&state',
          '302 /login/oauth/authorize → /callback ?code&state',
          '302 /callback → /me',
          '200 /me: hello octocat',
        ],
      },
      { told: ['200 /me: hello octocat'] },
      { told: ['403 /callback: this login was not begun here'] },
      { told: ['401 /callback: bad_verification_code'] },
    ],
    why: {
      en: 'The same flow; the session stands on ctx.state, cookies are read and written by ctx.cookies, and what is wrong is thrown with ctx.throw.',
      zh: '流程相同；会话放在 ctx.state 上，cookie 由 ctx.cookies 读写，出错时用 ctx.throw 抛出。',
    },
  },
  answer: {
    en: 'OAuth is the provider’s protocol, not the framework’s: the code is nearly the same line by line. The state ties the answer to the browser that asked, the code is good once, and the secret never reaches the browser. The provider here is a local one that speaks GitHub’s protocol; pnpm serve github-login runs the same program against the real one.',
    zh: 'OAuth 是授权服务器的协议，与框架无关，两边的代码几乎逐行对应。state 把应答与发起登录的浏览器绑定，code 只能用一次，密钥从不到达浏览器。这里的授权服务器是本地的，说的是 GitHub 的协议；pnpm serve github-login 可以让同一个程序对接真正的 GitHub。',
  },
} satisfies Topic<'provider'>
