/** Sends everything back. */
process.on('message', (message) => process.send?.(message))
