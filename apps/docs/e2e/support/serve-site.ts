import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { docsFolder } from './built-site'

export interface ServedSite {
  /** Without a slash at its end. */
  readonly url: string
  readonly close: () => void
}

/**
 * Serves the built site as `pnpm docs:serve` does, on a free port.
 *
 * @param flags of scripts/serve.mjs
 * @throws Error where the site has not been built.
 */
export async function serveSite(...flags: string[]): Promise<ServedSite> {
  const server = spawn(process.execPath, [`${docsFolder}scripts/serve.mjs`, '--port', '0', ...flags], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(server, 'exit').then(() => {
    throw new Error('The site is not served: build it with `pnpm docs:build` before these tests.')
  })
  const announced = once(createInterface(server.stdout), 'line')
  const [url] = await Promise.race([announced, ended])
  ended.catch(() => {})
  return { url, close: () => server.kill() }
}
