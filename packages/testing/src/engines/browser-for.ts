import { type BrowserName, findBrowser } from './find-browser'

/**
 * The path of the browser that some tests need. Where there is none, says loudly what is left out and how to get it, and
 * returns null.
 *
 * @throws Error instead, where the environment variable NN_REQUIRE_BROWSERS is set.
 * @example
 * const chromium = browserFor('chromium', 'the tests of the site')
 * test.skipIf(chromium === null)('…', …)
 */
export function browserFor(browser: BrowserName, tests: string, env: NodeJS.ProcessEnv = process.env): string | null {
  const path = findBrowser(browser, env)
  if (path !== null) return path
  const advice = `Install it (Debian: apt-get install ${debianPackages[browser]}) or set ${browser.toUpperCase()} to its path.`
  if (env.NN_REQUIRE_BROWSERS) throw new Error(`no ${browser} for ${tests}. ${advice}`)
  const line = '═'.repeat(72)
  console.warn(`\n${line}\nLEFT OUT: ${tests}, because there is no ${browser} on this machine.\n${advice}\n${line}\n`)
  return null
}

const debianPackages: Readonly<Record<BrowserName, string>> = { chromium: 'chromium', firefox: 'firefox-esr' }
