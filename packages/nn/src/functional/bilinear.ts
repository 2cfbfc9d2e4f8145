import {
  type Args,
  DTypeError,
  einsum,
  kinds,
  ShapeError,
  sameShape,
  showShape,
  signature,
  type Tensor,
} from '@nn/tensor'
import { tensorOrNull } from './kinds'

export interface BilinearOptions {
  /** Shape [out]. Default null. */
  bias?: Tensor | null
}

const takesBilinear = signature(
  'bilinear',
  { input1: kinds.tensor, input2: kinds.tensor, weight: kinds.tensor },
  { bias: tensorOrNull },
)

/**
 * A form that is linear in each of two inputs, plus a bias.
 *
 * $$ y_k = x_1^T W_k \, x_2 + b_k $$
 *
 * @param input1 shape [..., in1]
 * @param input2 shape [..., in2]
 * @param weight shape [out, in1, in2]
 * @returns shape [..., out]
 * @throws ShapeError where the shapes do not belong together.
 * @throws DTypeError for different dtypes.
 * @example
 * functional.bilinear(tensor([1, 2]), tensor([3, 4]), ones([1, 2, 2], { dtype: 'int64' })) // tensor([21])
 * @see torch.nn.functional.bilinear
 */
export function bilinear(
  input1: Tensor,
  input2: Tensor,
  weight: Tensor,
  ...args: Args<BilinearOptions, ['bias']>
): Tensor {
  const { bias = null } = takesBilinear([input1, input2, weight], args)
  checkOperands(input1, input2, weight, bias)
  const product = einsum('...i,oij,...j->...o', input1, weight, input2)
  return bias === null ? product : product.add(bias)
}

function checkOperands(input1: Tensor, input2: Tensor, weight: Tensor, bias: Tensor | null): void {
  for (const x of bias === null ? [input1, input2] : [input1, input2, bias]) {
    if (x.dtype !== weight.dtype) {
      throw new DTypeError(`bilinear: operands have different dtypes, ${x.dtype} and ${weight.dtype}`)
    }
  }
  const fits =
    input1.ndim > 0 &&
    sameShape(input1.shape.slice(0, -1), input2.shape.slice(0, -1)) &&
    weight.ndim === 3 &&
    input1.shape.at(-1) === weight.shape[1] &&
    input2.shape.at(-1) === weight.shape[2]
  if (!fits) {
    const [a, b, w] = [input1, input2, weight].map((x) => showShape(x.shape))
    throw new ShapeError(`bilinear: inputs ${a} and ${b} do not fit a weight ${w} ([out, in1, in2])`)
  }
  if (bias !== null && (bias.ndim !== 1 || bias.shape[0] !== weight.shape[0])) {
    throw new ShapeError(`bilinear: a bias ${showShape(bias.shape)} does not fit a weight ${showShape(weight.shape)}`)
  }
}
