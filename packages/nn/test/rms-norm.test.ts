import { gradcheck, gradgradcheck } from '@nn/autograd'
import { functional, RMSNorm } from '@nn/nn'
import { arange, DTypeError, manualSeed, randn, type Tensor, tensor, zeros } from '@nn/tensor'
import { describe, expect, it } from 'vitest'
import { expectClose } from './matchers'

const { rmsNorm } = functional

const x = arange(6).float().reshape([2, 3])

describe('rmsNorm', () => {
  it('gives what PyTorch gives', () => {
    // F.rms_norm(torch.arange(6.).reshape(2, 3), [3])
    expectClose(rmsNorm(x, [3]), [0, 0.774596632, 1.54919326, 0.73484695, 0.979795933, 1.22474492])
    // F.rms_norm(torch.arange(6.).reshape(2, 3), [3], eps=1.)
    expectClose(rmsNorm(x, [3], { eps: 1 }), [0, 0.612372458, 1.22474492, 0.713746428, 0.951661944, 1.18957746])
  })

  it('adds the dtype’s epsilon where none is given', () => {
    const expected = [0, 0.217764184, 0.871056736, 1.95987761, 3.48422694, 5.44410419]
    // x = torch.arange(6.).reshape(2, 3); F.rms_norm(x * 1e-4, [2, 3], x)
    expectClose(rmsNorm(x.mul(1e-4), [2, 3], { weight: x }), expected)
  })

  it('has the gradients of finite differences, once and twice', () => {
    manualSeed(0)
    const options = { dtype: 'float64', requiresGrad: true } as const
    const norm = (...[x, weight]: Tensor[]): Tensor => rmsNorm(x as Tensor, [3], { weight: weight as Tensor })
    const inputs = [randn([2, 3], options), randn([3], options)]
    expect(gradcheck(norm, inputs)).toBe(true)
    expect(gradgradcheck((...inputs) => norm(...inputs).square(), inputs)).toBe(true)
  })

  it('refuses an input with another end, a weight of another shape, and integers', () => {
    expect(() => rmsNorm(x, [2])).toThrow('rmsNorm: an input [2, 3] does not end with the normalised shape [2]')
    expect(() => rmsNorm(x, [3], { weight: zeros([2]) })).toThrow('rmsNorm: weight must have shape [3], got [2]')
    expect(() => rmsNorm(tensor([1, 2]), [2])).toThrow(DTypeError)
  })
})

describe('RMSNorm', () => {
  it('has a weight from 1 on, and begins anew with resetParameters', () => {
    const layer = new RMSNorm(3)
    expect(Object.keys(layer.stateDict())).toEqual(['weight'])
    layer.weight?.data.fill_(2)
    expectClose(layer.forward(x), rmsNorm(x, [3]).mul(2).reshape(-1).toArray() as number[])
    layer.resetParameters()
    expect(layer.weight?.toArray()).toEqual([1, 1, 1])
  })

  it('prints as PyTorch does', () => {
    expect(String(new RMSNorm(4))).toBe('RMSNorm((4,), eps=None, elementwise_affine=True)')
    expect(String(new RMSNorm([2, 3], { eps: 1e-5, elementwiseAffine: false }))).toBe(
      'RMSNorm((2, 3), eps=1e-05, elementwise_affine=False)',
    )
  })
})
