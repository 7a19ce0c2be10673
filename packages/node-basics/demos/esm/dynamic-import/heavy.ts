console.log('heavy runs')

export default 'loaded on demand'
