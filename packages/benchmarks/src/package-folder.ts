import { fileURLToPath } from 'node:url'

/** The folder of this package, seen from its sources and from its build alike. */
export const packageFolder: string = fileURLToPath(new URL('..', import.meta.url))
