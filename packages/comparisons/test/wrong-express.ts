/** An Express that somebody wrote in an evening. It knows middleware and nothing of errors: wrong on purpose. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'

type Handler = (req: IncomingMessage, res: ServerResponse, next: () => void) => void

export default function wrongExpress() {
  const stack: Handler[] = []

  function handle(req: IncomingMessage, res: ServerResponse): void {
    const send = (body: string) => res.setHeader('Content-Type', 'text/html').end(body)
    Object.assign(res, { send })
    const dispatch = (at: number): void => stack[at]?.(req, res, () => dispatch(at + 1))
    dispatch(0)
  }

  return {
    use: (fn: Handler) => stack.push(fn),
    get: (_path: string, fn: Handler) => stack.push(fn),
    listen: (port: number, host: string): Server => createServer(handle).listen(port, host),
  }
}
