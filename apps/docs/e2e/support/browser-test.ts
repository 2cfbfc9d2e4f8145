import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
  type Response,
} from 'playwright-core'
import { test as base, inject, type TestAPI } from 'vitest'
import { watchNetwork } from './watch-network'
import { watchPage } from './watch-page'

interface Visit {
  readonly page: Page
  /** What went wrong so far, a line each: errors, failed requests, requests to other hosts. */
  readonly problems: readonly string[]
  /** What the page has loaded so far. */
  readonly responses: readonly Response[]
}

/** Opens a page of the site, or another address, and waits until it is loaded and Vue has taken it over. */
type Visiting = (path: string, options?: BrowserContextOptions) => Promise<Visit>

interface Fixtures {
  readonly browser: Browser
  /** In a browser as new: no other test shares its storage. */
  readonly visit: Visiting
  /** In a browser that has in its cache what the file's tests with the same options loaded: twice as fast. */
  readonly revisit: Visiting
  readonly sharedContexts: Map<string, Promise<BrowserContext>>
}

const siteUrl = inject('siteUrl')

const executablePath = inject('chromium')

const launchFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A test in Chromium, left out where there is none. */
export const test: ReturnType<TestAPI<Fixtures>['skipIf']> = base
  .extend<Fixtures>({
    browser: [
      // biome-ignore lint/correctness/noEmptyPattern: vitest reads from the pattern what a fixture needs.
      async ({}, use) => {
        const browser = await chromium.launch({ executablePath: executablePath ?? '', args: launchFlags })
        await use(browser)
        await browser.close()
      },
      { scope: 'file' },
    ],
    visit: async ({ browser }, use) => {
      const contexts: BrowserContext[] = []
      await use(async (path, options) => {
        const context = await newContext(browser, options)
        contexts.push(context)
        return openPage(context, path)
      })
      await Promise.all(contexts.map((context) => context.close()))
    },
    sharedContexts: [
      // biome-ignore lint/correctness/noEmptyPattern: vitest reads from the pattern what a fixture needs.
      async ({}, use) => use(new Map()),
      { scope: 'file' },
    ],
    revisit: async ({ browser, sharedContexts }, use) => {
      const pages: Page[] = []
      await use(async (path, options) => {
        const key = JSON.stringify(options)
        const context = sharedContexts.get(key) ?? newContext(browser, options)
        sharedContexts.set(key, context)
        const visit = await openPage(await context, path)
        pages.push(visit.page)
        return visit
      })
      await Promise.all(pages.map((page) => page.close()))
    },
  })
  .skipIf(executablePath === null)

async function newContext(browser: Browser, options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: siteUrl, ...options })
  // Ten times what anything takes on a machine that is busy with other tests: what is never there fails late.
  context.setDefaultTimeout(600_000)
  return context
}

async function openPage(context: BrowserContext, path: string): Promise<Visit> {
  const page = await context.newPage()
  const problems = watchPage(page, new URL(path, siteUrl).origin)
  const responses: Response[] = []
  page.on('response', (response) => responses.push(response))
  const untilIdle = watchNetwork(page)
  await page.goto(path)
  await untilIdle()
  return { page, problems, responses }
}
