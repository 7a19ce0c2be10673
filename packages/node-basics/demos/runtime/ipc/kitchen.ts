interface Question {
  id: number
  tea: string
  delay: number
}

process.on('message', ({ id, tea, delay }: Question) => {
  setTimeout(() => process.send?.({ id, answer: `a cup of ${tea}` }), delay)
})
