import { gzipSync } from 'node:zlib'
import { expect } from 'vitest'
import { test } from './support/browser-test'
import { largestReferencePage } from './support/built-site'

/** What a page may weigh when it is loaded first, packed as hosts send it, in bytes. */
const BUDGET = 300_000

const pages = [
  '/',
  '/learn/function',
  '/learn/optimizers',
  '/guides/from-pytorch',
  '/playground',
  largestReferencePage(),
]

test.concurrent.for(pages)('the first load of %s stays within 300 kB without the data', async (path, { visit }) => {
  const { responses } = await visit(path)
  const sizes = await Promise.all(
    responses
      .filter((response) => !new URL(response.url()).pathname.startsWith('/data/'))
      .map(async (response) => ({ file: response.url(), bytes: gzipSync(await response.body()).length })),
  )
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0)
  expect(total, JSON.stringify(sizes, null, 1)).toBeLessThan(BUDGET)
})
