import { functional, RReLU, Softmax2d } from '@nn/nn'
import { arange, DTypeError, manualSeed, ones, ShapeError, tensor, zeros } from '@nn/tensor'
import { describe, expect, it } from 'vitest'
import { expectClose } from './matchers'
import { wave } from './wave'

const { gumbelSoftmax, rrelu } = functional

describe('rrelu', () => {
  const x = arange(8).float().sub(4)

  it('draws PyTorch’s factors for the elements that are not positive', () => {
    // torch.manual_seed(7); F.rrelu(torch.arange(8.) - 4, training=True)
    const expected = [-0.732817054, -0.546058595, -0.609205425, -0.261810094, 0, 1, 2, 3].map(Math.fround)
    manualSeed(7)
    expect(rrelu(x, { training: true }).toArray()).toEqual(expected)
    manualSeed(7)
    expect(new RReLU().forward(x).toArray()).toEqual(expected)
  })

  it('takes the mean of the bounds in use', () => {
    expectClose(new RReLU(0.1, 0.3).eval().forward(tensor([-1, 2]).float()), [-0.2, 2])
  })

  it('sends gradients through its factors, and can change its input itself', () => {
    const leaf = tensor([-1, 2], { dtype: 'float32' }).requiresGrad_()
    const y = rrelu(leaf.mul(1), { lower: 0.25, upper: 0.25, training: true, inplace: true })
    y.sum().backward()
    expect([y.toArray(), leaf.grad?.toArray()]).toEqual([
      [-0.25, 2],
      [0.25, 1],
    ])
  })

  it('refuses bounds in the wrong order, and integers', () => {
    expect(() => rrelu(x, { lower: 0.5, upper: 0.1 })).toThrow('rrelu: lower 0.5 is above upper 0.1')
    expect(() => rrelu(x.long())).toThrow(DTypeError)
  })

  it('prints as PyTorch does', () => {
    expect(String(new RReLU())).toBe('RReLU(lower=0.125, upper=0.3333333333333333)')
    expect(String(new RReLU(0.1, 0.3, { inplace: true }))).toBe('RReLU(lower=0.1, upper=0.3, inplace=True)')
  })
})

describe('gumbelSoftmax', () => {
  it('draws what PyTorch draws', () => {
    manualSeed(7)
    // torch.manual_seed(7); F.gumbel_softmax(torch.arange(8.) - 4)
    expectClose(
      gumbelSoftmax(arange(8).float().sub(4)),
      [
        0.00116266566, 0.00323813874, 0.00142076681, 0.00715673761, 0.00813127588, 0.0308986101, 0.440162241,
        0.507829547,
      ],
    )
    manualSeed(7)
    // torch.manual_seed(7); F.gumbel_softmax(torch.zeros(3, 5), hard=True)
    expect(gumbelSoftmax(zeros([3, 5]), { hard: true }).toArray()).toEqual([
      [0, 1, 0, 0, 0],
      [0, 1, 0, 0, 0],
      [0, 0, 0, 1, 0],
    ])
  })

  it('has the gradient of soft samples for hard ones too', () => {
    const gradients = [false, true].map((hard) => {
      const logits = wave(2, 3).requiresGrad_()
      manualSeed(7)
      gumbelSoftmax(logits, { hard, tau: 0.5 }).mul(wave(2, 3)).sum().backward()
      return logits.grad?.toArray()
    })
    expect(gradients[1]).toEqual(gradients[0])
  })
})

describe('Softmax2d', () => {
  it('makes probabilities of channels', () => {
    // nn.Softmax2d()(wave(3, 1, 2))
    expectClose(
      new Softmax2d().forward(wave(3, 1, 2)),
      [0.196969, 0.3824759, 0.5276833, 0.476114, 0.2753477, 0.1414102],
    )
    expect(String(new Softmax2d())).toBe('Softmax2d()')
    expect(() => new Softmax2d().forward(ones([2, 3]))).toThrow(ShapeError)
  })
})
