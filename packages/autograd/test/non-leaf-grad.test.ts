import { expect, it, vi } from 'vitest'

it('grad of a tensor that is no leaf is null, with one warning, unless it is retained', async () => {
  // Modules of its own, which have not warned yet.
  vi.resetModules()
  await import('../src/index')
  const { ones } = await import('@nn/tensor')
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  const y = ones([2], { requiresGrad: true }).mul(2)
  const retained = y.mul(3)
  retained.retainGrad()
  expect(retained.grad).toBeNull()
  expect(warn).not.toHaveBeenCalled()
  retained.sum().backward()
  expect(retained.grad?.toArray()).toEqual([1, 1])
  expect(y.grad).toBeNull()
  expect(y.grad).toBeNull()
  expect(warn).toHaveBeenCalledTimes(1)
  expect(warn.mock.calls[0]?.[0]).toMatch(/no leaf.*retainGrad/)
})
