/**
 * `@koa/multer` has no types of its own, and those of DefinitelyTyped extend the modules of Koa, which ours are not.
 */
declare module '@koa/multer' {
  import type { Options } from 'multer'

  type Middleware = (ctx: object, next: () => Promise<unknown>) => Promise<unknown>

  interface Multer {
    single(field: string): Middleware
    array(field: string, most?: number): Middleware
    any(): Middleware
    none(): Middleware
  }
  export default function multer(options?: Options): Multer
}
