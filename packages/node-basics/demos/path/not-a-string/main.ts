import path from 'node:path'

const folder = process.env['A_VARIABLE_NOBODY_SET'] as unknown

for (const part of [folder, 42, null, ['tea']] as string[]) {
  try {
    console.log(path.join('shop', part))
  } catch (err) {
    const { name, code, message } = err as NodeJS.ErrnoException
    console.log(name, code, '–', message.split('. ')[1])
  }
}
