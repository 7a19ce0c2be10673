const { createServer } = require('node:http')

const server = createServer((_req, res) => {
  res.setHeader('connection', 'close').end(String(process.pid))
})
server.listen(0, '127.0.0.1', () => console.log(server.address().port))
