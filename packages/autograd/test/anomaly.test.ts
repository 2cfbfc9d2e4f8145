import { AutogradError, type Tensor, tensor } from '@nn/tensor'
import { describe, expect, it } from 'vitest'
import { detectAnomaly, isAnomalyEnabled, setDetectAnomaly } from '../src/index'

const leaf = (): Tensor => tensor([-1, 4], { dtype: 'float32', requiresGrad: true })

describe('detectAnomaly', () => {
  it('names the op that made the first NaN on the way back', () => {
    const program = (): void => {
      const x = leaf()
      // √ of -1 is NaN already, but it is log whose gradient meets it first.
      x.sqrt().log().mul(2).sum().backward()
    }
    expect(() => detectAnomaly(program)).toThrow(AutogradError)
    expect(() => detectAnomaly(program)).toThrow(/LogBackward0 gave NaN as the gradient of its input 0/)
  })

  it('says where the op was called', () => {
    expect(() => detectAnomaly(() => leaf().sqrt().sum().backward())).toThrow(/anomaly\.test/)
  })

  it('says so where the op was recorded before', () => {
    const y = leaf().sqrt().sum()
    expect(() => detectAnomaly(() => y.backward())).toThrow(/SqrtBackward0 .* recorded outside of detectAnomaly/)
  })

  it('lets gradients without NaN pass', () => {
    const x = tensor([1, 4], { dtype: 'float32', requiresGrad: true })
    detectAnomaly(() => x.sqrt().sum().backward())
    expect(x.grad?.toArray()).toEqual([0.5, 0.25])
  })

  it('is off afterwards, also when the function throws', () => {
    expect(() =>
      detectAnomaly(() => {
        throw new Error('stop')
      }),
    ).toThrow('stop')
    expect(isAnomalyEnabled()).toBe(false)
    const x = leaf()
    x.sqrt().sum().backward()
    expect(x.grad?.isnan().any().item()).toBe(1)
  })

  it('can be switched on and off', () => {
    setDetectAnomaly(true)
    try {
      expect(() => leaf().sqrt().sum().backward()).toThrow(/SqrtBackward0/)
    } finally {
      setDetectAnomaly(false)
    }
  })
})
