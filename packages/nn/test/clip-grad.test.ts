import { clipGradNorm_, clipGradValue_, Parameter } from '@nn/nn'
import { type Tensor, tensor, zeros } from '@nn/tensor'
import { type EncodedTensor, readFixture } from '@nn/testing'
import { describe, expect, it } from 'vitest'
import { fromEncoded } from './from-encoded'
import { expectClose, expectValues } from './matchers'

interface ClipCase {
  readonly kind: string
  readonly before: readonly EncodedTensor[]
  readonly after: readonly EncodedTensor[]
  readonly total_norm: number | null
}

function parametersWith(gradients: readonly EncodedTensor[]): Parameter[] {
  return gradients.map((gradient) => {
    const parameter = new Parameter(zeros(gradient.shape))
    parameter.grad = fromEncoded(gradient)
    return parameter
  })
}

const parameterWith = (gradient: number[]): Parameter => {
  const parameter = new Parameter(zeros([gradient.length]))
  parameter.grad = tensor(gradient, { dtype: 'float32' })
  return parameter
}

describe('gradients are clipped as in PyTorch', () => {
  it.each(readFixture<{ clip_grad: ClipCase[] }>('optim.json').clip_grad)('by $kind', (testCase) => {
    const parameters = parametersWith(testCase.before)
    if (testCase.kind === 'value') clipGradValue_(parameters, 0.7)
    else {
      const normType = testCase.kind === 'norminf' ? Number.POSITIVE_INFINITY : 2
      expect(clipGradNorm_(parameters, 1.5, { normType }).item()).toBeCloseTo(testCase.total_norm as number, 5)
    }
    testCase.after.forEach((expected, i) => {
      const { grad } = parameters[i] as Parameter
      expectValues(grad as typeof grad & {}, expected)
    })
  })
})

const norms: [normType: number, norm: number, clipped: number[]][] = [
  [0, 1, [2.9999971, -3.9999962]],
  [-1, 1.7142856, [1.749999, -2.333332]],
  [-0.1, 0.0033794134, [3, -4]],
  [Infinity, 4, [0.7499998, -0.9999998]],
  [-Infinity, 3, [0.9999996, -1.3333329]],
]

describe('clipGradNorm_', () => {
  it('leaves short gradients alone, and parameters without', () => {
    const [parameter, without] = [parameterWith([3, 4]), new Parameter(zeros([1]))]
    expect(clipGradNorm_([parameter, without], 10).item()).toBe(5)
    expect(parameter.grad?.toArray()).toEqual([3, 4])
    expect(without.grad).toBeNull()
    expect(clipGradNorm_([without], 1).item()).toBe(0)
  })

  it('takes one parameter, and other norms', () => {
    expect(clipGradNorm_(parameterWith([3, -4]), 10, { normType: 1 }).item()).toBe(7)
    // p.grad = torch.tensor([3., -4.]); torch.nn.utils.clip_grad_norm_([p], 1., norm_type)
    for (const [normType, norm, clipped] of norms) {
      const parameter = parameterWith([3, -4])
      expect(clipGradNorm_(parameter, 1, normType).item()).toBeCloseTo(norm, 5)
      expectClose(parameter.grad as Tensor, clipped)
    }
  })

  it('refuses a norm that is not finite when asked to', () => {
    const parameter = parameterWith([Number.NaN, 1])
    expect(() => clipGradNorm_(parameter, 1, { errorIfNonfinite: true })).toThrow(
      'clipGradNorm_: the norm of the gradients is NaN',
    )
    expect(parameter.grad?.toArray()).toEqual([Number.NaN, 1])
    expect(clipGradNorm_(parameter, 1).item()).toBeNaN()
  })

  it('refuses limits that are none', () => {
    expect(() => clipGradNorm_([], -1)).toThrow('clipGradNorm_: maxNorm must be at least 0, got -1')
    expect(() => clipGradNorm_([], 1, Number.NaN)).toThrow('clipGradNorm_: normType must be a number, got NaN')
    expect(() => clipGradNorm_([], Number.NaN)).toThrow('clipGradNorm_: maxNorm must be at least 0, got NaN')
    expect(() => clipGradValue_([], Number.NaN)).toThrow('clipGradValue_: clipValue must be at least 0, got NaN')
  })
})
