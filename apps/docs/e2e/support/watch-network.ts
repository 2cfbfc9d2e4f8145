import type { Page, Request } from 'playwright-core'

/** For so long, in milliseconds, nothing may be under way. */
const QUIET = 500

/** Longest wait, in milliseconds. */
const PATIENCE = 600_000

/**
 * Watches a page that is about to load. The function it gives waits until no request has been under way for a while.
 *
 * Playwright's own `networkidle` also waits for the scripts of threads, which come from blobs: a thread that computes from its
 * first moment on never tells the browser that its script has arrived.
 *
 * @throws Error that names the requests which did not end
 */
export function watchNetwork(page: Page): () => Promise<void> {
  const pending = new Set<Request>()
  let quietSince = performance.now()
  const end = (request: Request): void => {
    pending.delete(request)
    quietSince = performance.now()
  }
  page.on('request', (request) => {
    if (!request.url().startsWith('blob:')) pending.add(request)
  })
  page.on('requestfinished', end)
  page.on('requestfailed', end)

  return async () => {
    const deadline = performance.now() + PATIENCE
    while (pending.size > 0 || performance.now() - quietSince < QUIET) {
      if (performance.now() > deadline) {
        throw new Error(`the network is never idle: ${[...pending].map((request) => request.url()).join(', ')}`)
      }
      await page.waitForTimeout(QUIET / 10)
    }
  }
}
