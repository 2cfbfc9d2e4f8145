import { expect, test, vi } from 'vitest'
import { onInterrupt } from '../../src/terminal/on-interrupt'

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('onInterrupt restores the terminal at %s and ends with the code %i', (signal, code) => {
  const calls: unknown[] = []
  const exit = vi.spyOn(process, 'exit').mockImplementation((exitCode) => calls.push(exitCode) as never)
  const stop = onInterrupt(() => calls.push('restored'))
  process.emit(signal, signal)
  stop()
  exit.mockRestore()
  expect(calls).toEqual(['restored', code])
})

test('onInterrupt leaves no listener behind', () => {
  const before = process.listenerCount('SIGINT')
  const stop = onInterrupt(() => {})
  expect(process.listenerCount('SIGINT')).toBe(before + 1)
  stop()
  expect(process.listenerCount('SIGINT')).toBe(before)
})
