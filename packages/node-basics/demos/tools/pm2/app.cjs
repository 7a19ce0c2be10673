console.log('tea is ready')

process.on('SIGUSR2', () => {
  console.log('tea is spilt')
  process.exit(1)
})
setInterval(() => {}, 1000)
