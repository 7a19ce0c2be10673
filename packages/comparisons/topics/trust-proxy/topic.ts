import type { Topic } from '../../src/topic.ts'

const headers = [
  ['Host', 'app.internal'],
  ['X-Forwarded-For', '6.6.6.6, 203.0.113.7'],
  ['X-Forwarded-Proto', 'https'],
  ['X-Forwarded-Host', 'example.com'],
] as const

export default {
  group: 'request',
  title: { en: 'Behind a proxy', zh: '在反向代理后面' },
  question: {
    en: 'A client invents an address, a proxy appends the real one. Whom does the app believe, with trust and without?',
    zh: '客户端伪造了一个地址，代理在后面追加了真实地址。信任代理和不信任代理时，应用各相信谁？',
  },
  requests: [
    {
      name: { en: 'an app that trusts one proxy', zh: '信任一层代理的应用' },
      target: '/',
      headers,
    },
    {
      name: { en: 'a mounted app that trusts nobody', zh: '挂载在其中、谁也不信任的应用' },
      target: '/careful',
      headers,
    },
    {
      name: { en: 'no proxy at all', zh: '没有代理' },
      target: '/',
      headers: [['Host', 'app.internal']],
    },
  ],
  express: {
    shows: [
      {
        status: 200,
        body: '{"ip":"203.0.113.7","ips":["203.0.113.7"],"protocol":"https","host":"example.com"}',
      },
      { status: 200, body: '{"ip":"127.0.0.1","ips":[],"protocol":"http","host":"app.internal"}' },
      { status: 200, body: '{"ip":"127.0.0.1","ips":[],"protocol":"http","host":"app.internal"}' },
    ],
    why: {
      en: '"trust proxy" says how many hops, or which addresses, are ours; the list is read from the right and ends at the first stranger.',
      zh: '"trust proxy" 说明有几跳、或哪些地址是自己人；列表从右往左读，遇到第一个外人为止。',
    },
  },
  koa: {
    shows: [
      {
        status: 200,
        body: '{"ip":"203.0.113.7","ips":["203.0.113.7"],"protocol":"https","host":"example.com"}',
      },
      {
        status: 200,
        body: '{"ip":"203.0.113.7","ips":["203.0.113.7"],"protocol":"https","host":"example.com"}',
      },
      { status: 200, body: '{"ip":"127.0.0.1","ips":[],"protocol":"http","host":"app.internal"}' },
    ],
    why: {
      en: 'proxy is yes or no; maxIpsCount says how many addresses are read from the right. Without it the left-most is believed, which anybody can invent. They are settings of the app that got the request: a mounted app has no say.',
      zh: 'proxy 只有开关；maxIpsCount 说明从右边读几个地址。不设它就会相信最左边的，而那是任何人都能伪造的。它们是收到请求的那个应用的设置，挂载的应用说了不算。',
    },
  },
  answer: {
    en: 'Neither trusts a proxy by default. When you do, say how many there are: a bare `true` on either side believes the client.',
    zh: '默认两边都不信任代理。要信任时，必须说明有几层：无论哪一边，只写 true 都等于相信客户端。',
  },
} satisfies Topic
