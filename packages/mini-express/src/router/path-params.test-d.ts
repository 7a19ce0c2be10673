/** What the compiler knows of paths and their params; read by `tsc`, not run. */
import { expectTypeOf } from 'expect-type'
import type { AnyParams, ParamsOf, PathError } from './path-params.ts'

type None = Record<never, never>

expectTypeOf<ParamsOf<'/'>>().toEqualTypeOf<None>()
expectTypeOf<ParamsOf<'/users'>>().toEqualTypeOf<None>()
expectTypeOf<ParamsOf<'/users/:id'>>().toEqualTypeOf<{ id: string }>()
expectTypeOf<ParamsOf<'/:from-:to'>>().toEqualTypeOf<{ from: string; to: string }>()
expectTypeOf<ParamsOf<'/:user@:host'>>().toEqualTypeOf<{ user: string; host: string }>()
expectTypeOf<ParamsOf<'/:file.:ext'>>().toEqualTypeOf<{ file: string; ext: string }>()
expectTypeOf<ParamsOf<'/files/*path'>>().toEqualTypeOf<{ path: string[] }>()
expectTypeOf<ParamsOf<'/*path/:id'>>().toEqualTypeOf<{ path: string[]; id: string }>()
expectTypeOf<ParamsOf<'/a{/:b}'>>().toEqualTypeOf<{ b?: string }>()
expectTypeOf<ParamsOf<'/a{/*b}'>>().toEqualTypeOf<{ b?: string[] }>()
expectTypeOf<ParamsOf<'/a{/:b{/:c}}/:d'>>().toEqualTypeOf<{ b?: string; c?: string; d: string }>()
expectTypeOf<ParamsOf<'/:"two words"/x'>>().toEqualTypeOf<{ 'two words': string }>()
expectTypeOf<ParamsOf<'/:"a\\"b"'>>().toEqualTypeOf<{ 'a"b': string }>()
expectTypeOf<ParamsOf<'/\\:not/:yes'>>().toEqualTypeOf<{ yes: string }>()
expectTypeOf<ParamsOf<'/:$x/:_y/:z1'>>().toEqualTypeOf<{ $x: string; _y: string; z1: string }>()
expectTypeOf<ParamsOf<'/:straße'>>().toEqualTypeOf<{ straße: string }>()

// What is not a literal has any params, and is not judged.
expectTypeOf<ParamsOf<string>>().toEqualTypeOf<AnyParams>()
expectTypeOf<ParamsOf<RegExp>>().toEqualTypeOf<AnyParams>()
expectTypeOf<ParamsOf<['/a', '/b']>>().toEqualTypeOf<AnyParams>()
expectTypeOf<PathError<string>>().toEqualTypeOf<never>()
expectTypeOf<PathError<`/x/:${string}`>>().toEqualTypeOf<never>()

expectTypeOf<PathError<'/users/:id'>>().toEqualTypeOf<never>()
expectTypeOf<PathError<'/a\\?b'>>().toEqualTypeOf<never>()
expectTypeOf<
  PathError<'/u/:id?'>
>().toEqualTypeOf<'Unexpected ?: use {…} for an optional part, or \\? for the character'>()
expectTypeOf<PathError<'/:id(\\d+)'>>().toEqualTypeOf<'Unexpected (: use \\( for the character'>()
expectTypeOf<PathError<'/:'>>().toEqualTypeOf<'Missing name after :'>()
expectTypeOf<PathError<'/*'>>().toEqualTypeOf<'Missing name after *'>()
