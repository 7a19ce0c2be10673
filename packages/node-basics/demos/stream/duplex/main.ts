import { Duplex } from 'node:stream'

const answers = ['fine', 'bye']
const phone = new Duplex({
  read() {
    this.push(answers.shift() ?? null)
  },
  write(chunk, _encoding, done) {
    console.log('said:', String(chunk))
    done()
  },
})

phone.write('how are you?')
phone.end()
await new Promise((resolve) => phone.on('finish', resolve))
console.log('writable:', phone.writable, 'readable:', phone.readable)
for await (const chunk of phone) console.log('heard:', String(chunk))
