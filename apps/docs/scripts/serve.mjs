// Serves the built site:
//
//   node scripts/serve.mjs --port 4173
//
// with the headers that isolate it, so that its workers may share memory; with --plain as a host without them does.

import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import sirv from 'sirv'

const site = fileURLToPath(new URL('../.vitepress/dist', import.meta.url))
const isolation = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
}
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4173' },
    host: { type: 'string', default: 'localhost' },
    plain: { type: 'boolean', default: false },
  },
})

if (!existsSync(site)) {
  console.error('The site has not been built yet: pnpm docs:build')
  process.exit(1)
}

const files = sirv(site)
const server = createServer((request, response) => {
  if (!values.plain) response.setHeaders(new Headers(isolation))
  // A range may be ignored, and the whole file sent; sirv knows the plainest ones only.
  if (!isPlainRange(request.headers.range)) delete request.headers.range
  files(request, response, () => {
    response.writeHead(404, { 'Content-Type': 'text/plain' })
    response.end('Not found')
  })
})
server.listen(Number(values.port), values.host, () => {
  console.log(`http://${values.host}:${server.address().port}`)
})

/** As in `bytes=5-` and `bytes=5-9`. */
function isPlainRange(range = '') {
  const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(range) ?? []
  return first !== undefined && (last === '' || Number(first) <= Number(last))
}
