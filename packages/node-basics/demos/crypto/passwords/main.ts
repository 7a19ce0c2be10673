import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify<string, Buffer, number, Buffer>(scrypt)

async function store(password: string): Promise<string> {
  const salt = randomBytes(16)
  const key = await derive(password, salt, 32)
  return `scrypt$${salt.toString('base64url')}$${key.toString('base64url')}`
}

async function verify(password: string, stored: string): Promise<boolean> {
  const [, salt = '', key = ''] = stored.split('$')
  const given = await derive(password, Buffer.from(salt, 'base64url'), 32)
  return timingSafeEqual(given, Buffer.from(key, 'base64url'))
}

const [ada, bob] = await Promise.all([store('tea time'), store('tea time')])
console.log(ada === bob, ada.length)
console.log(await verify('tea time', ada), await verify('tea time', bob))
console.log(await verify('coffee time', ada))
