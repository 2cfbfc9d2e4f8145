import { grad } from '@nn/autograd'
import { SGD } from '@nn/optim'
import { type Tensor, tensor } from '@nn/tensor'

export type Parameter = 'w1' | 'b1' | 'w2' | 'b2' | 'v1' | 'v2' | 'c'
/** What is computed: weighted sums, hidden values, output and loss. */
export type Computed = 'z1' | 'z2' | 'h1' | 'h2' | 'out' | 'loss'

/** What the reader chooses: the input, the target and the parameters of the network. */
export type NetworkNumbers = Readonly<Record<'x' | 'y' | Parameter, number>>

export interface Passes {
  readonly values: Readonly<Record<Computed, number>>
  /** Of the loss, by everything that it depends on. */
  readonly gradients: Readonly<Record<Computed | Parameter, number>>
  /** `local.z1.w1` is ∂z₁/∂w₁: of a computed value by what it is computed from directly. */
  readonly local: Readonly<Record<Computed, Readonly<Record<string, number>>>>
  /** The parameters after one step of gradient descent. */
  readonly stepped: Readonly<Record<Parameter, number>>
}

/** The network of the chapter. */
export const chapterNumbers: NetworkNumbers = { x: 1, y: 3, w1: 1, b1: 1, w2: 2, b2: -1, v1: 1, v2: 2, c: -1 }

export const parameters: readonly Parameter[] = ['w1', 'b1', 'w2', 'b2', 'v1', 'v2', 'c']

const inputsOf = {
  z1: ['w1', 'b1'],
  z2: ['w2', 'b2'],
  h1: ['z1'],
  h2: ['z2'],
  out: ['v1', 'h1', 'v2', 'h2', 'c'],
  loss: ['out'],
} as const

/** The forward and the backward pass of ŷ = v₁ σ(w₁ x + b₁) + v₂ σ(w₂ x + b₂) + c with the loss (ŷ − y)². */
export function runPasses(numbers: NetworkNumbers, learningRate: number): Passes {
  const { x, y } = numbers
  const given = record(parameters, (name) => tensor(numbers[name], { dtype: 'float32', requiresGrad: true }))
  const { w1, b1, w2, b2, v1, v2, c } = given
  const z1 = w1.mul(x).add(b1)
  const z2 = w2.mul(x).add(b2)
  const h1 = z1.sigmoid()
  const h2 = z2.sigmoid()
  const out = v1.mul(h1).add(v2.mul(h2)).add(c)
  const loss = out.sub(y).square()

  const computed = { z1, z2, h1, h2, out, loss }
  const all: Record<Computed | Parameter, Tensor> = { ...given, ...computed }
  const local = record(keysOf(computed), (of) => {
    const inputs: readonly (Computed | Parameter)[] = inputsOf[of]
    return record(inputs, (by) => slope(all[of], all[by]))
  })

  for (const value of Object.values(computed)) value.retainGrad()
  loss.backward()
  const gradients = record(keysOf(all), (name) => all[name].grad?.item() ?? 0)
  new SGD(Object.values(given), { lr: learningRate }).step()
  return {
    values: record(keysOf(computed), (name) => computed[name].item()),
    gradients,
    local,
    stepped: record(parameters, (name) => given[name].item()),
  }
}

function slope(of: Tensor, by: Tensor): number {
  const [derivative] = grad(of, by, { retainGraph: true })
  return derivative?.item() ?? 0
}

function keysOf<Key extends string>(values: Record<Key, unknown>): Key[] {
  return Object.keys(values) as Key[]
}

function record<Key extends string, Value>(keys: readonly Key[], value: (key: Key) => Value): Record<Key, Value> {
  return Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<Key, Value>
}
