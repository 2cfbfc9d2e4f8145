import { noGrad } from '@nn/autograd'
import { type Args, empty, kinds, ShapeError, showShape, signature, type Tensor, tensor as tensorOf } from '@nn/tensor'
import { checkFloatingPoint } from '../functional/check-floating-point'
import { generatorKind } from '../functional/kinds'
import { drawNormal } from './normal'
import type { InitOptions } from './uniform'

export interface OrthogonalOptions extends InitOptions {
  /** What all is multiplied by. Default 1. */
  gain?: number
}

const takesOrthogonal = signature(
  'orthogonal_',
  { tensor: kinds.tensor },
  { gain: kinds.number, generator: generatorKind },
)

/**
 * Fills a tensor so that as a matrix it is (semi-)orthogonal: its columns, or its rows where there are fewer of them, have
 * length 1 and are perpendicular to each other. They are made of normal numbers, one after another.
 *
 * @param tensor shape [n, ...]; what follows n counts as one dimension
 * @returns the tensor
 * @throws ShapeError for fewer than 2 dimensions.
 * @throws DTypeError for integers.
 * @example
 * const w = init.orthogonal_(empty([2, 3]))
 * w.matmul(w.t()).round().abs() // tensor([[1., 0.], [0., 1.]])
 * @see torch.nn.init.orthogonal_
 */
export function orthogonal_<T extends Tensor>(tensor: T, ...args: Args<OrthogonalOptions, ['gain', 'generator']>): T {
  const { gain = 1, ...stream } = takesOrthogonal([tensor], args)
  if (tensor.ndim < 2) {
    throw new ShapeError(`orthogonal_: needs a tensor of at least 2 dimensions, got ${showShape(tensor.shape)}`)
  }
  checkFloatingPoint('orthogonal_', tensor)
  if (tensor.numel() === 0) return tensor
  const rows = tensor.shape[0] as number
  const columns = tensor.numel() / rows
  const drawn = drawNormal('orthogonal_', empty([rows, columns], { dtype: tensor.dtype }), 0, 1, stream)
  const isWide = rows < columns
  const vectors = (isWide ? drawn : drawn.t()).double().toArray() as number[][]
  const matrix = tensorOf(orthonormalized(vectors), { dtype: 'float64' })
  return noGrad(() => tensor.copy_((isWide ? matrix : matrix.t()).mul(gain).reshape(tensor.shape)))
}

/**
 * Gram-Schmidt: each vector without its parts along those before it, in length 1. This is the Q of the QR decomposition with
 * a positive diagonal of R. What rounding leaves of those parts a second pass takes away.
 */
function orthonormalized(vectors: readonly (readonly number[])[]): number[][] {
  const basis: number[][] = []
  for (const vector of vectors) {
    const rest = [...vector]
    for (const known of [...basis, ...basis]) {
      const part = dot(rest, known)
      known.forEach((x, i) => {
        rest[i] = (rest[i] as number) - part * x
      })
    }
    const length = Math.sqrt(dot(rest, rest))
    basis.push(rest.map((x) => x / length))
  }
  return basis
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, x, i) => sum + x * (b[i] as number), 0)
}
