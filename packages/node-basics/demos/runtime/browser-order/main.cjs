/** What a browser prints for the lines that it knows, by the HTML standard. */
const browser = ['script', 'promise 1', 'promise 2', 'timer 1', 'promise of timer 1', 'timer 2']

const here = []
const note = (what) => () => here.push(what)

setTimeout(() => {
  note('timer 1')()
  Promise.resolve().then(note('promise of timer 1'))
}, 1)
setTimeout(note('timer 2'), 1)
setImmediate(note('immediate: only in Node'))
process.nextTick(note('nextTick: only in Node'))
Promise.resolve().then(note('promise 1')).then(note('promise 2'))
note('script')()

setTimeout(() => {
  console.log(here.filter((line) => !line.includes('immediate')).join('\n'))
  const common = here.filter((line) => !line.includes('only in Node'))
  console.log('as in a browser:', common.join() === browser.join())
}, 20)
