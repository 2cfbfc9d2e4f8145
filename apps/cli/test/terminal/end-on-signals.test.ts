import { expect, onTestFinished, test, vi } from 'vitest'
import { endOnSignals } from '../../src/terminal/end-on-signals'

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)('endOnSignals ends the process at %s with the code %i, as often as it comes', (signal, code) => {
  const exit = vi.spyOn(process, 'exit').mockImplementation(() => undefined as never)
  const others = process.listeners(signal)
  onTestFinished(() => {
    exit.mockRestore()
    for (const listener of process.listeners(signal)) if (!others.includes(listener)) process.off(signal, listener)
  })
  endOnSignals()
  const own = process.listeners(signal).filter((listener) => !others.includes(listener))
  for (const listener of [...own, ...own]) listener(signal)
  expect(exit.mock.calls).toEqual([[code], [code]])
})
