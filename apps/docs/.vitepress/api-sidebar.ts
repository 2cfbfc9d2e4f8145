import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { DefaultTheme } from 'vitepress'

const menu = fileURLToPath(new URL('../api/menu.json', import.meta.url))

/** The menus of the API reference, which scripts/make-api.mjs writes; none before it has run. */
export const apiSidebar: DefaultTheme.SidebarMulti = existsSync(menu)
  ? (JSON.parse(readFileSync(menu, 'utf8')) as DefaultTheme.SidebarMulti)
  : {}
