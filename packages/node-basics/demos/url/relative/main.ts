const page = 'https://shop.example/shop/tea/list?p=1'

for (const link of [
  'list2',
  './list2',
  '../',
  '/cart',
  '?p=2',
  '//cdn.example/x',
  'mailto:a@b.c',
]) {
  console.log(link.padEnd(16), new URL(link, page).href)
}
console.log(new URL('list2', `https://shop.example/shop/tea/`).href)
console.log(URL.canParse('list2'), URL.canParse('list2', page))
