const value = 'tea & milk / 50%'

console.log(encodeURI(value))
console.log(encodeURIComponent(value))
console.log(new URLSearchParams({ q: value }).toString())

const broken = `https://shop.example/?q=${encodeURI(value).replace('%25', '')}&page=1`
console.log([...new URL(broken).searchParams.keys()])

try {
  decodeURIComponent('/%')
} catch (err) {
  console.log(String(err))
}
