// Writes the API reference, api/**/*.md, and its menu from the doc comments of the packages, unless both are up to date.

import { fileURLToPath } from 'node:url'
import { isUpToDate } from './api/is-up-to-date.mjs'
import { packages } from './api/packages.mjs'

const docs = fileURLToPath(new URL('..', import.meta.url))
const out = `${docs}api`
const menu = `${out}/menu.json`

if (!isUpToDate(menu, [`${docs}scripts/api`, ...packages.map(({ sources }) => sources)])) {
  // Loaded where it is needed: it takes seconds.
  const { makeReference } = await import('./api/make-reference.mjs')
  await makeReference({ out, menu, tsconfig: `${docs}tsconfig.json` })
}
