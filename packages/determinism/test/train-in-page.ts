import type { Browser } from 'puppeteer-core'
import type { RecipeName } from '../src/train'

/** What a page computed, and whether it could share memory with threads. */
export interface InPage {
  readonly hash: string
  readonly isIsolated: boolean
}

/** Runs `train` of the site's module on a page's main thread. */
export async function trainInPage(browser: Browser, url: string, recipe: RecipeName, threads: number): Promise<InPage> {
  const page = await browser.newPage()
  try {
    await page.goto(url)
    // As a text: the test runner would rewrite the import of a function.
    const script = `import('/train.js')
      .then(({ train }) => train(${JSON.stringify(recipe)}, ${threads}))
      .then((hash) => ({ hash, isIsolated: crossOriginIsolated }))`
    return (await page.evaluate(script)) as InPage
  } finally {
    await page.close()
  }
}
