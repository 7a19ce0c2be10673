process.nextTick(() => console.log('CommonJS: nextTick'))
Promise.resolve().then(() => console.log('CommonJS: promise'))
