import { gradcheck } from '@nn/autograd'
import { GRU, GRUCell, LSTM, LSTMCell, type Module, RNN, RNNCell } from '@nn/nn'
import { cat, DTypeError, manualSeed, ones, randn, ShapeError, type Tensor, zeros } from '@nn/tensor'
import { beforeEach, describe, expect, it, vi } from 'vitest'

const float64 = { dtype: 'float64' } as const

const draw = (...shape: number[]): Tensor => randn(shape, { ...float64, requiresGrad: true })

beforeEach(() => {
  manualSeed(3)
})

/** A cell with tensors for its parameters, so that they can be checked as inputs are. */
function withParameters<Cell extends Module>(cell: Cell, parameters: readonly Tensor[]): Cell {
  const names = ['weightIh', 'weightHh', 'biasIh', 'biasHh']
  return Object.create(cell, Object.fromEntries(names.map((name, i) => [name, { value: parameters[i] }])))
}

/** Tensors in the place of a cell's parameters. */
const drawParameters = (cell: Module): Tensor[] => cell.parameters().map(({ shape }) => draw(...shape))

describe('cells have the gradients of finite differences, for inputs, state and parameters', () => {
  it.each([
    ['RNNCell', new RNNCell(3, 2)],
    ['RNNCell with relu', new RNNCell(3, 2, { nonlinearity: 'relu' })],
    ['GRUCell', new GRUCell(3, 2)],
  ] as const)('%s', (_, cell) => {
    const check = (x: Tensor, h: Tensor, ...parameters: Tensor[]): Tensor =>
      withParameters<RNNCell | GRUCell>(cell, parameters).forward(x, h)
    gradcheck(check as (...inputs: Tensor[]) => Tensor, [draw(4, 3), draw(4, 2), ...drawParameters(cell)])
  })

  it('LSTMCell', () => {
    const cell = new LSTMCell(3, 2)
    const check = (x: Tensor, h: Tensor, c: Tensor, ...parameters: Tensor[]): Tensor =>
      cat(withParameters(cell, parameters).forward(x, [h, c]))
    const inputs = [draw(4, 3), draw(4, 2), draw(4, 2), ...drawParameters(cell)]
    gradcheck(check as (...inputs: Tensor[]) => Tensor, inputs)
  })
})

describe('layers have the gradients of finite differences', () => {
  it('cells without hidden or input features', () => {
    const x = ones([2, 3]).requiresGrad_()
    new RNNCell(3, 0).forward(x).sum().backward()
    expect(x.grad?.equal(zeros([2, 3]))).toBe(true)
    expect(new LSTMCell(3, 0).forward(x).map(({ shape }) => shape)).toEqual([
      [2, 0],
      [2, 0],
    ])
    expect(new GRUCell(3, 0).forward(x).shape).toEqual([2, 0])
    expect(new RNNCell(0, 3).forward(ones([2, 0])).shape).toEqual([2, 3])
  })

  it('RNN', () => {
    const rnn = new RNN(3, 2, { numLayers: 2, ...float64 })
    gradcheck((x, h) => cat(rnn.forward(x as Tensor, h as Tensor)), [draw(3, 2, 3), draw(2, 2, 2)])
  })

  it('GRU', () => {
    const gru = new GRU(3, 2, { bidirectional: true, ...float64 })
    gradcheck((x) => gru.forward(x as Tensor)[0], [draw(3, 2, 3)])
  })

  it('LSTM', () => {
    const lstm = new LSTM(3, 2, { batchFirst: true, ...float64 })
    const last = (x: Tensor, h: Tensor, c: Tensor): Tensor => cat(lstm.forward(x, [h, c])[1])
    gradcheck(last as (...inputs: Tensor[]) => Tensor, [draw(2, 3, 3), draw(1, 2, 2), draw(1, 2, 2)])
  })
})

describe('a layer', () => {
  it('does step by step what its cell does', () => {
    const [lstm, cell] = [new LSTM(3, 4), new LSTMCell(3, 4)]
    const { weight_ih_l0, weight_hh_l0, bias_ih_l0, bias_hh_l0 } = lstm.stateDict() as Record<string, Tensor>
    cell.loadStateDict({
      weight_ih: weight_ih_l0 as Tensor,
      weight_hh: weight_hh_l0 as Tensor,
      bias_ih: bias_ih_l0 as Tensor,
      bias_hh: bias_hh_l0 as Tensor,
    })
    const x = randn([5, 2, 3])
    const [output, [hn, cn]] = lstm.forward(x)
    let [h, c] = cell.forward(x.at(0))
    for (const [t, step] of [...x].entries()) {
      if (t > 0) [h, c] = cell.forward(step, [h, c])
      for (const [i, value] of h.toTypedArray().entries()) {
        expect(value).toBeCloseTo(output.at(t).toTypedArray()[i] as number, 6)
      }
    }
    expect(hn.at(0).toArray()).toEqual(output.at(-1).toArray())
    expect(cn.shape).toEqual([1, 2, 4])
    expect(c.shape).toEqual([2, 4])
  })

  it('reads the way back from the end', () => {
    const rnn = new RNN(1, 1, { bidirectional: true })
    const x = randn([3, 1, 1])
    const [output, hn] = rnn.forward(x)
    expect(output.at(0, 0, 1).item()).toBe(hn.at(1).item())
    expect(output.at(-1, 0, 0).item()).toBe(hn.at(0).item())
  })

  it('has its parameters as properties', () => {
    const gru = new GRU(3, 2, { numLayers: 2, bidirectional: true })
    expect(gru.weightIhL0.shape).toEqual([6, 3])
    expect(gru.weightIhL1Reverse?.shape).toEqual([6, 4])
    expect(gru.biasHhL1?.shape).toEqual([6])
  })

  it('drops nothing in use', () => {
    const lstm = new LSTM(2, 3, { numLayers: 2, dropout: 0.9 }).eval()
    const x = randn([4, 1, 2])
    expect(lstm.forward(x)[0].toArray()).toEqual(lstm.forward(x)[0].toArray())
  })

  it('warns of a dropout that has no place', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
    new GRU(2, 3, { dropout: 0.25 })
    expect(warn.mock.calls.flat().join()).toContain('GRU: dropout 0.25 has no effect')
    warn.mockRestore()
  })
})

describe('what does not fit is refused', () => {
  it('sizes and settings', () => {
    expect(() => new LSTM(0, 2)).toThrow('LSTM: inputSize must be a positive integer, got 0')
    expect(() => new GRU(2, 1.5)).toThrow('GRU: hiddenSize must be an integer, got 1.5')
    expect(() => new RNN(2, 2, { numLayers: 0 })).toThrow('RNN: numLayers must be a positive integer, got 0')
    expect(() => new LSTM(2, 2, { numLayers: 2, dropout: 2 })).toThrow('LSTM: p must lie between 0 and 1, got 2')
    expect(() => new RNN(2, 2, { nonlinearity: 'sin' as 'tanh' })).toThrow(
      "RNN: nonlinearity must be 'tanh' or 'relu', got 'sin'",
    )
    expect(() => new RNNCell(2, -1)).toThrow('RNNCell: hiddenSize must be a non-negative integer, got -1')
  })

  it('inputs', () => {
    const lstm = new LSTM(3, 2)
    expect(() => lstm.forward(ones([5, 2, 4]))).toThrow(ShapeError)
    expect(() => lstm.forward(ones([5, 2, 4]))).toThrow(
      'LSTM: the input must be a sequence, or a batch of them, of 3 features, got [5, 2, 4]',
    )
    expect(() => lstm.forward(ones([3]))).toThrow(ShapeError)
    expect(() => lstm.forward(ones([0, 2, 3]))).toThrow('LSTM: the sequence has no time steps, [0, 2, 3]')
    expect(() => lstm.forward(ones([5, 2, 3], float64))).toThrow(DTypeError)
    expect(() => new GRUCell(3, 2).forward(ones([2, 4]))).toThrow(
      'GRUCell: the input must be one step, or a batch of them, of 3 features, got [2, 4]',
    )
  })

  it('states', () => {
    const message = 'must have shape [1, 2, 4], got [1, 3, 4]'
    expect(() => new GRU(3, 4).forward(ones([5, 2, 3]), zeros([1, 3, 4]))).toThrow(`GRU: the state ${message}`)
    expect(() => new LSTM(3, 4).forward(ones([5, 2, 3]), [zeros([1, 2, 4]), zeros([1, 3, 4])])).toThrow(
      `LSTM: the state ${message}`,
    )
    expect(() => new RNNCell(3, 4).forward(ones([3]), zeros([1, 4]))).toThrow(
      'RNNCell: the state must have shape [4], got [1, 4]',
    )
  })
})
