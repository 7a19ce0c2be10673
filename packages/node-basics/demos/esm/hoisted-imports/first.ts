console.log('first runs')
