import { type Browser, type BrowserContextOptions, chromium, type Page, type Response } from 'playwright-core'
import { test as base, inject, type TestAPI } from 'vitest'
import { watchPage } from './watch-page'

/** A page in a browser of its own: no other test shares its storage. */
interface Visit {
  readonly page: Page
  /** What went wrong so far, a line each: errors, failed requests, requests to other hosts. */
  readonly problems: readonly string[]
  /** What the page has loaded so far. */
  readonly responses: readonly Response[]
}

interface Fixtures {
  readonly browser: Browser
  /** Opens a page of the site, or another address, and waits until it is loaded and Vue has taken it over. */
  readonly visit: (path: string, options?: BrowserContextOptions) => Promise<Visit>
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
      const close: (() => Promise<void>)[] = []
      await use(async (path, options) => {
        const context = await browser.newContext({ baseURL: siteUrl, ...options })
        close.push(() => context.close())
        context.setDefaultTimeout(60_000)
        const page = await context.newPage()
        const problems = watchPage(page, new URL(path, siteUrl).origin)
        const responses: Response[] = []
        page.on('response', (response) => responses.push(response))
        await page.goto(path, { waitUntil: 'networkidle' })
        return { page, problems, responses }
      })
      await Promise.all(close.map((closeContext) => closeContext()))
    },
  })
  .skipIf(executablePath === null)
