import { expect, it, vi } from 'vitest'
import { tensor } from '../../src/index'

it('the first mask of bytes is warned of, and no other', async () => {
  vi.resetModules()
  const { fromByteMask } = await import('../../src/ops/byte-mask')
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  const bytes = tensor([2, 0], { dtype: 'uint8' })
  expect(fromByteMask(bytes).toArray()).toEqual([true, false])
  expect(fromByteMask(bytes).dtype).toBe('bool')
  expect(warn).toHaveBeenCalledExactlyOnceWith('uint8 tensors as masks are deprecated; make them bool')
  warn.mockRestore()
})
