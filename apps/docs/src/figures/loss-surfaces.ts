import { mul, type Tensor, tanh } from '@nn/tensor'

/** One of the two parameters. */
interface Axis {
  readonly name: string
  readonly min: number
  readonly max: number
}

/** A loss of two parameters. */
export interface LossSurface {
  readonly name: string
  readonly formula: string
  readonly x: Axis
  readonly y: Axis
  /** The loss at (x, y), element by element. */
  loss(x: Tensor, y: Tensor): Tensor
  /** From where the ball starts. */
  readonly start: readonly [x: number, y: number]
  /** With which learning rate it starts. */
  readonly learningRate: number
}

/** Data that no line through the origin meets: inputs and targets. */
const points = [
  [0.5, 1.2],
  [1, 1.9],
  [1.5, 2.4],
  [2, 3.4],
] as const

function meanSquaredError(prediction: (input: number) => Tensor): Tensor {
  const squares = points.map(([input, target]) => prediction(input).sub(target).square())
  return squares.reduce((sum, square) => sum.add(square)).div(points.length)
}

export type SurfaceName = 'neuron' | 'valley' | 'layers' | 'rosenbrock'

export const lossSurfaces: Record<SurfaceName, LossSurface> = {
  neuron: {
    name: 'A linear neuron',
    formula: 'mean (w x + b − y)² over four points',
    x: { name: 'w', min: -1, max: 4 },
    y: { name: 'b', min: -2, max: 3 },
    loss: (w, b) => meanSquaredError((input) => w.mul(input).add(b)),
    start: [-0.5, -1],
    learningRate: 0.1,
  },
  valley: {
    name: 'A long valley',
    formula: '(u² + 25 v²) / 2',
    x: { name: 'u', min: -5, max: 5 },
    y: { name: 'v', min: -2, max: 2 },
    loss: (u, v) => u.square().add(v.square().mul(25)).div(2),
    start: [-4.5, 1],
    learningRate: 0.05,
  },
  layers: {
    name: 'Two layers',
    formula: 'mean (v tanh(w x) − y)² over four points',
    x: { name: 'w', min: -2.5, max: 2.5 },
    y: { name: 'v', min: -5, max: 5 },
    loss: (w, v) => meanSquaredError((input) => mul(v, tanh(w.mul(input)))),
    start: [0.2, -1],
    learningRate: 0.1,
  },
  rosenbrock: {
    name: 'Rosenbrock’s banana',
    formula: '(1 − u)² + 100 (v − u²)²',
    x: { name: 'u', min: -2, max: 2 },
    y: { name: 'v', min: -1, max: 3 },
    loss: (u, v) => u.neg().add(1).square().add(v.sub(u.square()).square().mul(100)),
    start: [-1.2, 1],
    learningRate: 0.001,
  },
}
