// Upstream under another name.
module.exports = require('koa-compose')
