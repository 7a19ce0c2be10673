/**
 * Lets plain Node run our TypeScript: `node --import ./loader/register.js main.ts`.
 *
 * In JavaScript, because nothing can strip the types of what strips types.
 */
import { register } from 'node:module'

register('./hooks.js', import.meta.url)
