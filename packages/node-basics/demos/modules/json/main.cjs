const fs = require('node:fs')
const path = require('node:path')

const mine = require('./settings.json')
const yours = require('./settings.json')
mine.port = 8080

const file = path.join(__dirname, 'settings.json')
console.log(yours.port, mine === yours)
console.log(JSON.parse(fs.readFileSync(file, 'utf8')).port)
