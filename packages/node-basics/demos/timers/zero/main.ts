const wait = (delay: number | undefined) => setTimeout(() => console.log('delay', delay), delay)

wait(40)
wait(1)
wait(0)
wait(undefined)
setTimeout((...args: string[]) => console.log(...args), 0, 'with', 'arguments')

const begun = performance.now()
while (performance.now() - begun < 5);
console.log('the running code finishes first')
