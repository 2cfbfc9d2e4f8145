import { Linear, MSELoss, Sequential, Sigmoid } from '@nn/nn'
import { SGD } from '@nn/optim'
import { type Tensor, tensor } from '@nn/tensor'
import { describe, expect, it } from 'vitest'

/** One input, two hidden units, one output, with weights small enough to compute by hand. */
function makeNetwork(): Sequential<[Linear, Sigmoid, Linear]> {
  const network = new Sequential<[Linear, Sigmoid, Linear]>(new Linear(1, 2), new Sigmoid(), new Linear(2, 1))
  network.loadStateDict({
    '0.weight': tensor([[1], [2]]),
    '0.bias': tensor([1, -1]),
    '2.weight': tensor([[1, 2]]),
    '2.bias': tensor([-1]),
  })
  return network
}

const x = tensor([[1]]).float()
const y = tensor([[3]]).float()
const criterion = new MSELoss()

function expectRounded(got: Tensor | null | undefined, expected: readonly number[]): void {
  const values = Array.from(got?.toTypedArray() ?? [], (value) => Number(value.toFixed(4)))
  expect(values).toEqual(expected)
}

describe('the 1-2-1 network of the tutorials', () => {
  it('has the output and the loss that they print', () => {
    const output = makeNetwork().forward(x)
    expect(String(output)).toBe('tensor([[1.3429]], grad_fn=<AddmmBackward0>)')
    expect(String(criterion.forward(output, y))).toBe('tensor(2.7459, grad_fn=<MseLossBackward0>)')
  })

  it('has their gradients, and their weights after a step', () => {
    const network = makeNetwork()
    const optimizer = new SGD(network.parameters(), { lr: 0.1 })
    criterion.forward(network.forward(x), y).backward()
    expectRounded(network.at(0).weight.grad, [-0.348, -1.3032])
    expectRounded(network.at(0).bias?.grad, [-0.348, -1.3032])
    expectRounded(network.at(2).weight.grad, [-2.9191, -2.4229])
    expectRounded(network.at(2).bias?.grad, [-3.3142])
    optimizer.step()
    expectRounded(network.at(0).weight, [1.0348, 2.1303])
    expectRounded(network.at(0).bias, [1.0348, -0.8697])
    expectRounded(network.at(2).weight, [1.2919, 2.2423])
    expectRounded(network.at(2).bias, [-0.6686])
  })

  it('adds gradients up until they are set to null', () => {
    const network = makeNetwork()
    for (const sum of [-3.3142, -6.6283, -9.9425, -13.2567, -16.5709]) {
      criterion.forward(network.forward(x), y).backward()
      expectRounded(network.at(2).bias?.grad, [sum])
    }
    network.zeroGrad()
    criterion.forward(network.forward(x), y).backward()
    expectRounded(network.at(2).bias?.grad, [-3.3142])
  })
})
