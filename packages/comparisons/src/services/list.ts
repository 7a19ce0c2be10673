/**
 * The services there are. Each loads its driver, so each is loaded only when a topic wants it.
 *
 * @module
 */
import type { Service, ServiceName } from './service.ts'

/** Every service by its name. */
export const SERVICES: Readonly<Record<ServiceName, () => Promise<Service>>> = {
  mysql: async () => (await import('./mysql.ts')).mysql,
  redis: async () => (await import('./redis.ts')).redis,
  mongodb: async () => (await import('./mongodb.ts')).mongodb,
}
