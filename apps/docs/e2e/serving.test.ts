import { request } from 'node:http'
import { expect, inject, test } from 'vitest'

const siteUrl = inject('siteUrl')

interface Answer {
  readonly status: number
  readonly body: string
}

/** The answer to a request as it is written here: `fetch` would tidy it up. */
function ask(path: string, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(siteUrl)
    request({ hostname, port, path, headers }, (response) => {
      let body = ''
      response.setEncoding('utf8').on('data', (text: string) => {
        body += text
      })
      response.on('end', () => resolve({ status: response.statusCode as number, body }))
    })
      .on('error', reject)
      .end()
  })
}

const file = await ask('/logo.svg')

// RFC 9110: a server may ignore a range, and must where it makes no sense.
test.each<[string, number, string]>([
  ['bytes=5-9', 206, file.body.slice(5, 10)],
  ['bytes=5-', 206, file.body.slice(5)],
  ['bytes=50-10', 200, file.body],
  ['bytes=-5', 200, file.body],
  ['bytes=0-1,4-5', 200, file.body],
  ['bytes=a-b', 200, file.body],
  ['bytes=', 200, file.body],
  ['lines=1-2', 200, file.body],
  [`bytes=${'9'.repeat(400)}-`, 416, ''],
])('the served site answers the range %s, and goes on', async (range, status, body) => {
  expect(await ask('/logo.svg', { range })).toEqual({ status, body })
  expect(await ask('/logo.svg')).toEqual(file)
})

test.each([
  '/../package.json',
  '/%2e%2e/package.json',
  '/..%2fpackage.json',
  '/%',
  '/%00',
  '/%ff',
  '/__proto__',
  '//example.org',
  `/${'a'.repeat(8000)}`,
])('the served site has no %s, and goes on', async (path) => {
  expect((await ask(path)).status).toBe(404)
  expect(await ask('/logo.svg')).toEqual(file)
})
