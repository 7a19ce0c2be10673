const hour = setTimeout(() => console.log('never printed'), 3_600_000)
console.log('counts:', hour.hasRef())
hour.unref()
console.log('counts:', hour.hasRef())

setTimeout(() => console.log('10 ms are over'), 10)
process.on('exit', () => console.log('the process ends'))
