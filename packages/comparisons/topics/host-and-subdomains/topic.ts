import type { Topic } from '../../src/topic.ts'

export default {
  group: 'request',
  title: { en: 'Host and subdomains', zh: '主机名与子域名' },
  question: {
    en: 'One server answers for many names. What do you read when the name has a port, comes from a proxy, is an address, holds a user, or is missing?',
    zh: '一台服务器为许多域名应答。名字带端口、来自代理、是 IP 地址、夹着用户名，或者根本没有，读到的各是什么？',
  },
  requests: [
    {
      name: { en: 'a name with subdomains and a port', zh: '带子域名和端口' },
      headers: [['Host', 'tobi.ferrets.example.com:3000']],
    },
    {
      name: { en: 'through two proxies', zh: '经过两层代理' },
      headers: [
        ['Host', 'internal'],
        ['X-Forwarded-Host', 'shop.example.com, cache.example.com'],
        ['X-Forwarded-Proto', 'https, http'],
      ],
    },
    {
      name: { en: 'an IPv4 address', zh: 'IPv4 地址' },
      headers: [['Host', '192.0.2.7:3000']],
    },
    {
      name: { en: 'an IPv6 address', zh: 'IPv6 地址' },
      headers: [['Host', '[2001:db8::7]:3000']],
    },
    {
      name: { en: 'a name with a user in front', zh: '前面带用户名' },
      headers: [['Host', 'me@example.com']],
    },
    {
      name: { en: 'no name at all, by HTTP/1.0', zh: '没有主机名（HTTP/1.0）' },
      raw: 'GET / HTTP/1.0\r\n\r\n',
    },
  ],
  express: {
    shows: [
      {
        status: 200,
        body: '{"protocol":"http","host":"tobi.ferrets.example.com:3000","hostname":"tobi.ferrets.example.com","subdomains":["ferrets","tobi"]}',
      },
      {
        status: 200,
        body: '{"protocol":"https","host":"shop.example.com","hostname":"shop.example.com","subdomains":["shop"]}',
      },
      {
        status: 200,
        body: '{"protocol":"http","host":"192.0.2.7:3000","hostname":"192.0.2.7","subdomains":[]}',
      },
      {
        status: 200,
        body: '{"protocol":"http","host":"[2001:db8::7]:3000","hostname":"[2001:db8::7]","subdomains":[]}',
      },
      {
        status: 200,
        body: '{"protocol":"http","host":"me@example.com","hostname":"me@example.com","subdomains":[]}',
      },
      { status: 200, body: '{"protocol":"http","subdomains":[]}', fate: 'closed' },
    ],
    why: {
      en: 'req.host is what the client, or a trusted proxy, has written; req.hostname only takes the port off. Subdomains come from the right, without the last two labels ("subdomain offset").',
      zh: 'req.host 就是客户端（或可信代理）写的内容；req.hostname 只是去掉端口。子域名从右往左数，去掉最后两段（"subdomain offset"）。',
    },
  },
  koa: {
    shows: [
      {
        status: 200,
        body: '{"protocol":"http","host":"tobi.ferrets.example.com:3000","hostname":"tobi.ferrets.example.com","subdomains":["ferrets","tobi"],"href":"http://tobi.ferrets.example.com:3000/"}',
      },
      {
        status: 200,
        body: '{"protocol":"https","host":"shop.example.com","hostname":"shop.example.com","subdomains":["shop"],"href":"https://shop.example.com/"}',
      },
      {
        status: 200,
        body: '{"protocol":"http","host":"192.0.2.7:3000","hostname":"192.0.2.7","subdomains":[],"href":"http://192.0.2.7:3000/"}',
      },
      {
        status: 200,
        body: '{"protocol":"http","host":"[2001:db8::7]:3000","hostname":"[2001:db8::7]","subdomains":[],"href":"http://[2001:db8::7]:3000/"}',
      },
      {
        status: 200,
        body: '{"protocol":"http","host":"example.com","hostname":"example.com","subdomains":[],"href":"http://example.com/"}',
      },
      {
        status: 200,
        body: '{"protocol":"http","host":"","hostname":"","subdomains":[]}',
        fate: 'closed',
      },
    ],
    why: {
      en: 'The same fields, read with more suspicion: a user in front of the name is taken off, and what is no host is an empty string. ctx.URL puts it all together, and is an empty object where that fails.',
      zh: '字段相同，但更多疑：名字前面的用户名会被去掉，不成主机名的就是空字符串。ctx.URL 把它们拼成完整地址；拼不成时是一个空对象。',
    },
  },
  answer: {
    en: 'Whoever sends the request writes the host. Compare it with names that you know before you build a link from it, or mail one to somebody.',
    zh: '主机名由发请求的人填写。用它拼链接、或把链接寄给别人之前，先与你认识的域名核对。',
  },
} satisfies Topic
