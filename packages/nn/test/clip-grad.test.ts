import { clipGradNorm_, clipGradValue_, Parameter } from '@nn/nn'
import { tensor, zeros } from '@nn/tensor'
import { type EncodedTensor, readFixture } from '@nn/testing'
import { describe, expect, it } from 'vitest'
import { fromEncoded } from './from-encoded'
import { expectValues } from './matchers'

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
    expect(() => clipGradNorm_([], 1, { normType: 0 })).toThrow('clipGradNorm_: normType must be positive, got 0')
    expect(() => clipGradValue_([], Number.NaN)).toThrow('clipGradValue_: clipValue must be at least 0, got NaN')
  })
})
