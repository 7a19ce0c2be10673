/** Cannot even be loaded. */
throw new Error('not today')
