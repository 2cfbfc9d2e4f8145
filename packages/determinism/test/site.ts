import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A page that threads can share memory on is isolated from other origins. */
const isolation = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' }

/** Serves an empty page, `/isolated` and `/plain`, and the module, `/train.js`. */
export async function startSite(moduleText: string): Promise<{ server: Server; url: string }> {
  const server = createServer(({ url }, response) => {
    if (url === '/train.js') {
      response.writeHead(200, { 'Content-Type': 'text/javascript', 'Cross-Origin-Resource-Policy': 'same-origin' })
      response.end(moduleText)
    } else {
      response.writeHead(200, { 'Content-Type': 'text/html', ...(url === '/isolated' ? isolation : {}) })
      response.end('<!doctype html><title>train</title>')
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}
