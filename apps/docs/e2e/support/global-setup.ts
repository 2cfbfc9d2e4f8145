// Serves the built site while the tests run, and looks for the browser that they need.

import { browserFor } from '@nn/testing'
import type { TestProject } from 'vitest/node'
import { serveSite } from './serve-site'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The address of the served site, without a slash at its end. */
    siteUrl: string
    /** The path of the browser; null where there is none. */
    chromium: string | null
  }
}

export default async function setup(project: TestProject): Promise<() => void> {
  project.provide('chromium', browserFor('chromium', 'the tests of the docs site in a browser'))
  const { url, close } = await serveSite()
  project.provide('siteUrl', url)
  return close
}
