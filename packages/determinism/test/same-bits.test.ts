import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { browserFor, findNode } from '@nn/testing'
import type { Browser } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recipeNames } from '../src/train'
import { bundle } from './bundle'
import { startSite } from './site'
import { startBrowser } from './start-browser'
import { trainInNode } from './train-in-node'
import { trainInPage } from './train-in-page'

const folder = await mkdtemp(join(tmpdir(), 'determinism-'))
const moduleFile = join(folder, 'train.mjs')
const moduleText = await bundle()
await writeFile(moduleFile, moduleText)
const { server, url } = await startSite(moduleText)

afterAll(async () => {
  server.close()
  await rm(folder, { recursive: true })
})

/** By recipe, what this Node computes on one thread. */
const expected: Record<string, string> = {}
for (const recipe of recipeNames) expected[recipe] = await trainInNode(process.execPath, moduleFile, recipe, 1)

/** The time that a browser on a busy machine may take, in milliseconds. */
const PATIENCE = 120_000

test('different recipes give different weights', () => {
  expect(new Set(Object.values(expected)).size).toBe(recipeNames.length)
  for (const hash of Object.values(expected)) expect(hash).toMatch(/^[0-9a-f]{64}$/)
})

describe.each(recipeNames)('50 steps with %s give the same bits', { timeout: PATIENCE }, (recipe) => {
  test.each([2, 3])('in this Node on %i threads as on one', async (threads) => {
    expect(await trainInNode(process.execPath, moduleFile, recipe, threads)).toBe(expected[recipe])
  })

  for (const major of [22, 24] as const) {
    const program = findNode(major)
    const remark = program === null ? `(LEFT OUT: Node ${major} was not installed for this system)` : ''

    test.skipIf(program === null).each([1, 2])(`in Node ${major} on %i threads ${remark}`, async (threads) => {
      expect(await trainInNode(program!, moduleFile, recipe, threads)).toBe(expected[recipe])
    })
  }
})

describe.each(['chromium', 'firefox'] as const)('in %s', { timeout: PATIENCE }, (name) => {
  const path = browserFor(name, `comparing the bits of weights trained in ${name}`)
  const remark = path === null ? `(LEFT OUT: there is no ${name} on this machine)` : ''
  let browser: Browser | undefined

  beforeAll(async () => {
    if (path !== null) browser = await startBrowser(name, path)
  }, PATIENCE)

  afterAll(() => browser?.close())

  describe.skipIf(path === null).each(recipeNames)(`50 steps with %s give the same bits ${remark}`, (recipe) => {
    test('on an isolated page with three threads', async () => {
      const inPage = await trainInPage(browser!, `${url}/isolated`, recipe, 3)
      expect(inPage).toEqual({ hash: expected[recipe], isIsolated: true })
    })

    test('on a page that is not isolated, where one thread computes', async () => {
      const inPage = await trainInPage(browser!, `${url}/plain`, recipe, 3)
      expect(inPage).toEqual({ hash: expected[recipe], isIsolated: false })
    })
  })
})
