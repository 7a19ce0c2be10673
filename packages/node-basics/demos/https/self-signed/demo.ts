import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'HTTPS with a certificate made on the spot', zh: '现场生成证书的 HTTPS' },
  question: {
    en: 'The certificate is signed by itself. Who connects: a client that trusts nobody new, one that is given the certificate, one that does not check?',
    zh: '证书由自己签名。谁能连上：不信任新来者的客户端、拿到这张证书的客户端、不检查的客户端？',
  },
  explanation: {
    en: 'A client refuses what no authority it knows has signed. Given the certificate as ca it knows this one. rejectUnauthorized: false talks encrypted to anybody, also to an eavesdropper: never outside of a test.',
    zh: '客户端拒绝不由已知机构签名的证书。把证书作为 ca 给它，它就认识这一张。rejectUnauthorized: false 会与任何人加密通话，包括窃听者：除了测试，绝不要用。',
  },
  links: ['https://nodejs.org/api/https.html#httpscreateserveroptions-requestlistener'],
} satisfies Demo
