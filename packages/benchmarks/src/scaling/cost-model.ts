/** How fast a machine is, as measured. */
export interface MachineFigures {
  /** Flops a second of square matrix products, by the side of the squares, smallest first. */
  readonly matmul: readonly { readonly size: number; readonly speed: number }[]
  /** Bytes a second that elementwise operations read and write, far beyond the caches. */
  readonly bandwidth: number
  /** Seconds that an operation takes on a tensor of a single element. */
  readonly overhead: number
}

/** A network of linear layers with ReLU between them and log-softmax at its end, and how it is trained. */
export interface Workload {
  /** Inputs, hidden layers, outputs. */
  readonly widths: readonly number[]
  readonly batch: number
  readonly optimizer: 'sgd' | 'adam'
}

/** What a training step costs. */
export interface Cost {
  readonly parameters: number
  /** Multiplications and additions of the matrix products. */
  readonly flops: number
  /** Read and written by everything else. */
  readonly elementwiseBytes: number
  readonly operations: number
  /** Seconds. */
  readonly matmulTime: number
  readonly elementwiseTime: number
  readonly overheadTime: number
  readonly time: number
  /** Bytes that are alive at the step's height: parameters, gradients, optimizer state, activations. */
  readonly memory: number
}

const FLOAT = 4

/** Numbers that an update reads and writes for each parameter: SGD p, g → p; Adam p, g, m, v → p, m, v. */
const updateTraffic = { sgd: 3, adam: 7 }
/** Numbers that are kept for each parameter: itself, its gradient, and Adam's two moments. */
const parameterStorage = { sgd: 2, adam: 4 }
/** Operations on each layer: linear and ReLU, forward and backward; the three sums and products of gradients; one update. */
const OPERATIONS_PER_LAYER = 7
/** Log-softmax and loss, forward and backward, zeroGrad and reading the loss. */
const OPERATIONS_BESIDE = 6
/** ReLU reads and writes its tensor, and in the backward pass reads the gradient and the result and writes a gradient. */
const RELU_TRAFFIC = 5

/**
 * Predicts a training step from the machine's figures: matrix products at the speed of squares of the same volume,
 * everything else at the speed of memory, and a fixed time for each operation.
 */
export function costOf({ widths, batch, optimizer }: Workload, figures: MachineFigures): Cost {
  const layers = widths.slice(1).map((outputs, i) => ({ inputs: widths[i]!, outputs, isFirst: i === 0 }))
  const parameters = sum(layers.map(({ inputs, outputs }) => inputs * outputs + outputs))
  const products = layers.flatMap(({ inputs, outputs, isFirst }) => {
    const flops = 2 * batch * inputs * outputs
    // Forward, the weight's gradient and the input's, which the images have none of.
    const count = isFirst ? 2 : 3
    return { flops: count * flops, time: (count * flops) / speedAt(Math.cbrt(batch * inputs * outputs), figures) }
  })
  const hidden = sum(widths.slice(1, -1)) * batch
  const elementwiseBytes = FLOAT * (RELU_TRAFFIC * hidden + updateTraffic[optimizer] * parameters)
  const operations = OPERATIONS_PER_LAYER * layers.length + OPERATIONS_BESIDE
  const matmulTime = sum(products.map(({ time }) => time))
  const elementwiseTime = elementwiseBytes / figures.bandwidth
  const overheadTime = operations * figures.overhead
  return {
    parameters,
    flops: sum(products.map(({ flops }) => flops)),
    elementwiseBytes,
    operations,
    matmulTime,
    elementwiseTime,
    overheadTime,
    time: matmulTime + elementwiseTime + overheadTime,
    memory: FLOAT * (parameterStorage[optimizer] * parameters + activations(widths, batch)),
  }
}

/** The batch, before and after each ReLU, and in the backward pass the two gradients of the widest place. */
function activations(widths: readonly number[], batch: number): number {
  const hidden = widths.slice(1, -1)
  const outputs = widths.at(-1)!
  return batch * (widths[0]! + 2 * sum(hidden) + 2 * outputs + 2 * Math.max(0, ...hidden))
}

/** Between two measured sizes the speed is on the line between them, over the logarithm of the size. */
function speedAt(size: number, { matmul }: MachineFigures): number {
  const [first] = matmul
  const last = matmul.at(-1)
  if (first === undefined || last === undefined)
    throw new RangeError('costOf: no speed of a matrix product was measured')
  if (size <= first.size) return first.speed
  const above = matmul.findIndex((point) => point.size >= size)
  if (above === -1) return last.speed
  const [a, b] = [matmul[above - 1]!, matmul[above]!]
  const along = Math.log(size / a.size) / Math.log(b.size / a.size)
  return a.speed + along * (b.speed - a.speed)
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
