function brew(n) {
  const cups = n * 2
  return cups + 1
}

let sum = 0
for (let n = 1; n <= 5; n += 1) sum += brew(n)
console.log('the program:', sum)
