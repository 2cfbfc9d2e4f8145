import { afterEach, describe, expect, test, vi } from 'vitest'
import { COPIES, nameCopy, thisCopy } from '../../src/core/copies'
import * as first from '../../src/index'

const copies = (): Set<string> => (globalThis as { [COPIES]?: Set<string> })[COPIES] as Set<string>
const other = '9.9.9 (file:///elsewhere/index.js)'

afterEach(() => {
  copies().delete(other)
  vi.restoreAllMocks()
  // Test files share their modules: none of them is to get a copy of this one.
  vi.resetModules()
})

/** Another copy of the package in this process. */
async function load(): Promise<typeof first> {
  vi.resetModules()
  return import('../../src/index')
}

describe('a copy is called by its version and place', () => {
  test.each([
    [
      'Node',
      'Error\n    at file:///a%20b/index.js:12:34\n    at run (node:internal:1:2)',
      'file:///a%20b/index.js:12:34',
    ],
    ['Node in CommonJS', 'Error\n    at name (/a/@nn/tensor/index.js:1:2)', '/a/@nn/tensor/index.js:1:2'],
    ['Node on Windows', 'Error\n    at name (C:\\a\\index.js:1:2)', 'C:\\a\\index.js:1:2'],
    ['Chromium', 'Error\n    at name (https://a.org/b.js?v=12:3:4)', 'https://a.org/b.js?v=12:3:4'],
    ['Firefox and Safari', 'name@https://a.org/b.js:3:4\n@https://a.org/c.js:1:1', 'name@https://a.org/b.js:3:4'],
  ])('as the stack of %s has it', (_, stack, place) => {
    expect(nameCopy({ version: '1.2.3', here: Object.assign(new Error(), { stack }) })).toBe(`1.2.3 (${place})`)
  })

  test('and this one by its own', () => {
    expect(thisCopy).toMatch(/^\d+\.\d+\.\d+ \(.*copies\.ts:\d+:\d+\)$/)
  })
})

describe('a tensor of another copy', () => {
  test('is refused with the versions and places of both', async () => {
    const second = await load()
    const foreign = second.ones([2]) as unknown as first.Tensor
    const message = `a tensor of another copy: two copies of @nn/tensor know nothing of each other: ${thisCopy} and ${thisCopy}; install one version`
    expect(() => first.ones([2]).add(foreign)).toThrow(`add: other must be a tensor or a number, got ${message}`)
    expect(() => first.cat([first.ones([2]), foreign])).toThrow(message)
    expect(() => first.exp(foreign)).toThrow(message)
  })

  test('is none while both copies keep to themselves', async () => {
    const warn = vi.spyOn(console, 'warn')
    const second = await load()
    second.setBackend(second.jsBackend)
    expect(second.ones([2]).add(1).toArray()).toEqual(first.ones([2]).add(1).toArray())
    expect(warn).not.toHaveBeenCalled()
  })
})

test('what needs autograd, which another copy has, says so', async () => {
  const second = await load()
  expect(() => second.ones([2]).requiresGrad_()).toThrow("import '@nn/autograd'")
  copies().add(other)
  expect(() => second.ones([2]).requiresGrad_()).toThrow(
    `two copies of @nn/tensor know nothing of each other: ${thisCopy} and ${other}; install one version`,
  )
})

test('a backend for one of several copies is warned of, once', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  const second = await load()
  copies().add(other)
  second.setBackend(second.jsBackend)
  second.setBackend(second.jsBackend)
  expect(warn.mock.calls).toEqual([
    [expect.stringContaining(`setBackend: js computes for one of two copies of @nn/tensor`)],
  ])
  expect(warn.mock.calls[0]?.[0]).toContain(other)
})

test('of two copies of @nn/autograd the first records, and a warning names both', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  const second = await load()
  const at = (stack: string): { version: string; here: Error } => ({
    version: '1.0.0',
    here: Object.assign(new Error(), { stack }),
  })
  const recorded: first.Autograd = { requiresGrad: () => true } as unknown as first.Autograd
  const unused = { requiresGrad: () => false } as unknown as first.Autograd
  second.registerAutograd(recorded, at('at /a/index.js:1:1'))
  second.registerAutograd(unused, at('at /b/index.js:1:1'))
  expect(second.ones([2]).requiresGrad).toBe(true)
  expect(warn.mock.calls[0]?.[0]).toContain('1.0.0 (/a/index.js:1:1), which records, and 1.0.0 (/b/index.js:1:1)')
})
