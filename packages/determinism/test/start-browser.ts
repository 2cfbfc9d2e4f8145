import type { BrowserName } from '@nn/testing'
import { type Browser, launch } from 'puppeteer-core'

const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A browser without windows: Chromium by its own protocol, Firefox by WebDriver BiDi. */
export function startBrowser(browser: BrowserName, executablePath: string): Promise<Browser> {
  if (browser === 'firefox') return launch({ browser: 'firefox', executablePath, headless: true })
  return launch({ browser: 'chrome', executablePath, headless: true, args: chromiumFlags })
}
