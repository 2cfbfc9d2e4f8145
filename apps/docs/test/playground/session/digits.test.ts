import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { type DataProgress, loadDigits } from '../../../src/playground/session/digits'
import { smallMnist } from '../small-mnist'

/** Has `fetch` answer with the files of a folder. */
function serve(folder: string, headers: (bytes: Uint8Array) => Record<string, string>): void {
  vi.stubGlobal('fetch', async (url: string) => {
    const name = url.replace('http://site/', '')
    if (name.endsWith('.gz')) return new Response(null, { status: 404 })
    const bytes = readFileSync(join(folder, name))
    return new Response(bytes, { headers: headers(bytes) })
  })
  onTestFinished(() => {
    vi.unstubAllGlobals()
  })
}

const source = { url: 'http://site/', root: '/nowhere', verify: false }

test('loadDigits tells how much of all four files has arrived', async () => {
  serve(smallMnist({ train: 50, test: 20 }), (bytes) => ({ 'content-length': String(bytes.length) }))
  const reports: DataProgress[] = []
  const { trainset, testset } = await loadDigits(source, (progress) => reports.push(progress))
  expect([trainset.length, testset.length]).toEqual([50, 20])
  const total = 70 * 784 + 2 * 16 + 70 + 2 * 8
  expect(reports.at(-1)).toEqual({ loaded: total, total })
  expect(reports[0]?.total).toBeNull()
})

test('loadDigits counts unpacked bytes where the browser unpacks the files on the way', async () => {
  serve(smallMnist({ train: 50, test: 20 }), () => ({ 'content-length': '99', 'content-encoding': 'gzip' }))
  const reports: DataProgress[] = []
  await loadDigits(source, (progress) => reports.push(progress))
  expect(reports.at(-1)?.total).toBe(70_000 * 784 + 2 * 16 + 70_000 + 2 * 8)
})
