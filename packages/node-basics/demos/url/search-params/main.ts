const { searchParams } = new URL('https://shop.example/?size=2&size=3&gift&q=green+tea%2B')

console.log(searchParams.get('size'), searchParams.getAll('size'))
console.log(JSON.stringify(searchParams.get('gift')), searchParams.get('colour'))
console.log(searchParams.get('q'))

searchParams.set('size', '5')
searchParams.append('名字', '绿茶 & 红茶')
searchParams.delete('gift')
searchParams.sort()
console.log(searchParams.toString())
console.log(Object.fromEntries(new URLSearchParams({ a: '1', b: 'x y' })))
