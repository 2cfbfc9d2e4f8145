import { expect } from 'vitest'
import { test } from './support/browser-test'
import { builtPages } from './support/built-site'

test('every page says what it may load and run', () => {
  const without = builtPages().filter(({ html }) => !html.includes('http-equiv="Content-Security-Policy"'))
  expect(without.map(({ path }) => path)).toEqual([])
})

test('a page runs no script that is not its own', async ({ visit }) => {
  const { page } = await visit('/learn/function')
  const blocked = await page.evaluate(async () => {
    const blocked: string[] = []
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => blocked.push(effectiveDirective))
    const script = document.createElement('script')
    script.textContent = 'document.title = "run"'
    const image = document.createElement('div')
    image.innerHTML = '<img src="data:," onerror="document.title = \'run\'">'
    document.body.append(script, image)
    const link = document.createElement('script')
    link.src = 'https://example.org/a.js'
    document.body.append(link)
    await new Promise((resolve) => setTimeout(resolve, 500))
    return blocked
  })
  expect(new Set(blocked)).toEqual(new Set(['script-src-elem', 'script-src-attr']))
  expect(await page.title()).not.toBe('run')
})
