import { apply, full, type Op, type Shape, ShapeError, showShape, type Tensor } from '@nn/tensor'
import type { DimensionPadding } from './padding-sizes'

interface Params {
  readonly padding: readonly DimensionPadding[]
  readonly value: number
}

/** The gradient takes away what was added, and gives 0 to what was taken away. */
const constantPadOp: Op<[Tensor], Params> = {
  name: 'pad',
  node: 'ConstantPadNdBackward0',
  forward(_, [x], { padding, value }) {
    const out = full(paddedShape(x.shape, padding), value, { dtype: x.dtype })
    cropped(out, padding.map(opposite)).copy_(cropped(x, padding))
    return out
  },
  backward: ({ params: { padding } }, grad) => [
    apply(constantPadOp, [grad], { padding: padding.map(opposite), value: 0 }),
  ],
}

function opposite({ dim, before, after }: DimensionPadding): DimensionPadding {
  return { dim, before: -before, after: -after }
}

function paddedShape(shape: Shape, padding: readonly DimensionPadding[]): Shape {
  const out = [...shape]
  for (const { dim, before, after } of padding) out[dim] = (out[dim] as number) + before + after
  return out
}

/** x without what negative paddings take away. */
function cropped(x: Tensor, padding: readonly DimensionPadding[]): Tensor {
  return padding.reduce((part, { dim, before, after }) => {
    const start = Math.max(-before, 0)
    const length = (part.shape[dim] as number) - start - Math.max(-after, 0)
    return part.narrow(dim, start, length)
  }, x)
}

/**
 * x with `value` around it.
 *
 * @throws ShapeError where more is taken away than there is.
 */
export function constantPad(x: Tensor, padding: readonly DimensionPadding[], value: number): Tensor {
  for (const { dim, before, after } of padding) {
    if ((x.shape[dim] as number) + Math.min(before, 0) + Math.min(after, 0) < 0) {
      throw new ShapeError(
        `pad: ${before} and ${after} take away more than dimension ${dim} of ${showShape(x.shape)} has`,
      )
    }
  }
  return apply(constantPadOp, [x], { padding, value })
}
