console.log('quick runs')
