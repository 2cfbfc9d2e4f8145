import { existsSync, statSync } from 'node:fs'
import { expect, it } from 'vitest'
import { builtPages, siteFolder } from './support/built-site'

const host = 'http://site.invalid'
const idsByPath = new Map(builtPages().map(({ path, html }) => [path, attributes(html, 'id')]))

it('no link and no image of any page is dead', () => {
  expect(builtPages().flatMap(deadLinks)).toEqual([])
})

function deadLinks({ path, html }: { path: string; html: string }): string[] {
  const targets = new Set([...attributes(html, 'href'), ...attributes(html, 'src')])
  return [...targets].filter((target) => isDead(new URL(target, host + path))).map((target) => `${path} → ${target}`)
}

function isDead({ origin, pathname, hash }: URL): boolean {
  if (origin !== host) return false
  const ids = idsByPath.get(pathname)
  if (ids === undefined) return !isFile(siteFolder + decodeURIComponent(pathname))
  return hash !== '' && !ids.has(decodeURIComponent(hash.slice(1)))
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile()
}

function attributes(html: string, name: string): Set<string> {
  const found = html.matchAll(new RegExp(`<[^>]* ${name}="([^"]*)"`, 'g'))
  return new Set([...found].map(([, value]) => (value as string).replaceAll('&amp;', '&')))
}
