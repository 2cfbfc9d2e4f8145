import { afterEach, expect, test, vi } from 'vitest'
import { browserFor } from '../../src/engines/browser-for'
import { findBrowser } from '../../src/engines/find-browser'

vi.mock('../../src/engines/find-browser', () => ({ findBrowser: vi.fn(() => null) }))

afterEach(() => {
  vi.restoreAllMocks()
})

test('browserFor(name, tests) is the path of the browser', () => {
  vi.mocked(findBrowser).mockReturnValueOnce('/opt/firefox')
  expect(browserFor('firefox', 'the tests of the site', { NN_REQUIRE_BROWSERS: '1' })).toBe('/opt/firefox')
})

test('browserFor(name, tests) says what is left out where there is no browser, and how to get it', () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  expect(browserFor('firefox', 'the tests of the site', {})).toBeNull()
  expect(warn.mock.calls.join()).toContain('LEFT OUT: the tests of the site, because there is no firefox')
  expect(warn.mock.calls.join()).toContain('apt-get install firefox-esr')
})

test('browserFor(name, tests) throws where browsers are required', () => {
  expect(() => browserFor('chromium', 'the tests of the site', { NN_REQUIRE_BROWSERS: '1' })).toThrow(
    'no chromium for the tests of the site',
  )
})
