import { createServer, type Server } from 'node:net'

/** HTTP without `node:http`: text over a connection. Good enough for one GET, and for nothing else. */
export const wire: Server = createServer((socket) => {
  let text = ''
  socket.setEncoding('latin1').on('data', (chunk) => {
    text += chunk
    // An empty line ends the head. A chunk may end anywhere, so look at all that has come.
    if (!text.includes('\r\n\r\n')) return
    const [method, target] = text.split(' ')
    const body = `${method} of ${target}\n`
    socket.end(
      [
        'HTTP/1.1 200 OK',
        'Content-Type: text/plain',
        `Content-Length: ${Buffer.byteLength(body)}`,
        'Connection: close',
        '',
        body,
      ].join('\r\n'),
    )
  })
})
