import { accessSync, constants, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'

export type BrowserName = 'chromium' | 'firefox'

/** Names on PATH, and places where installers put them that are not on it. */
const usual: Readonly<Record<BrowserName, { names: readonly string[]; paths: readonly string[] }>> = {
  chromium: {
    names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'],
    paths: [
      '/usr/bin/chromium',
      '/snap/bin/chromium',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    ],
  },
  firefox: {
    names: ['firefox-esr', 'firefox'],
    paths: [
      '/usr/bin/firefox-esr',
      '/snap/bin/firefox',
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
    ],
  },
}

/**
 * The path of a browser: what the environment variable CHROMIUM or FIREFOX says, or else the first that is on PATH, in a
 * usual place or, Chromium, among Playwright's downloads. Null where there is none.
 */
export function findBrowser(browser: BrowserName, env: NodeJS.ProcessEnv = process.env): string | null {
  const told = env[browser.toUpperCase()]
  if (told) return told
  const { names, paths } = usual[browser]
  const onPath = (env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)))
  const downloads = browser === 'chromium' ? playwrightChromiums(env) : []
  return [...onPath, ...paths, ...downloads].find(isProgram) ?? null
}

/** Playwright's own Chromium, the newest first. Its Firefox is a changed one that only Playwright can drive. */
function playwrightChromiums(env: NodeJS.ProcessEnv): string[] {
  const folder = env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), '.cache', 'ms-playwright')
  try {
    const versions = readdirSync(folder).filter((name) => name.startsWith('chromium-'))
    return versions
      .sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)))
      .flatMap((version) => ['chrome-linux', 'chrome-linux64'].map((system) => join(folder, version, system, 'chrome')))
  } catch {
    return []
  }
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
