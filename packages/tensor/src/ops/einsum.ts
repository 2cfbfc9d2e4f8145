import { ShapeError } from '../core/errors'
import { gathered, type Tensors } from '../core/gathered'
import * as kinds from '../core/kinds'
import { numelOf } from '../core/shape'
import { signature } from '../core/signature'
import type { Tensor } from '../tensor'
import { diagonal } from './diagonal'
import { labelsOfEquation } from './einsum-equation'
import { matmul } from './matmul'
import { checkSameDtype } from './matrix-products'
import { permute } from './view'

/** An operand with a label for each dimension. */
interface Labelled {
  readonly x: Tensor
  readonly labels: readonly string[]
}

function sizeOf({ x, labels }: Labelled, label: string): number {
  return x.shape[labels.indexOf(label)] as number
}

/** A label that stands twice names the diagonal of its two dimensions. */
function withoutRepeats({ x, labels }: Labelled): Labelled {
  const second = labels.findIndex((label, d) => labels.indexOf(label) < d)
  if (second < 0) return { x, labels }
  const label = labels[second] as string
  const first = labels.indexOf(label)
  if (x.shape[first] !== x.shape[second]) {
    throw new ShapeError(
      `einsum: '${label}' stands for dimensions of different sizes, ${x.shape[first]} and ${x.shape[second]}`,
    )
  }
  const others = labels.filter((_, d) => d !== first && d !== second)
  return withoutRepeats({ x: diagonal(x, 0, first, second), labels: [...others, label] })
}

/** Refuses a label that stands for sizes which do not broadcast. */
function checkSizes(operands: readonly Labelled[]): void {
  const sizes = new Map<string, number>()
  for (const operand of operands) {
    for (const label of operand.labels) {
      const [size, before] = [sizeOf(operand, label), sizes.get(label) ?? 1]
      if (size !== before && size !== 1 && before !== 1) {
        throw new ShapeError(`einsum: '${label}' stands for dimensions of different sizes, ${before} and ${size}`)
      }
      sizes.set(label, before === 1 ? size : before)
    }
  }
}

function sumOver({ x, labels }: Labelled, goes: (label: string) => boolean): Labelled {
  const dims = labels.flatMap((label, d) => (goes(label) ? [d] : []))
  return dims.length === 0 ? { x, labels } : { x: x.sum(dims), labels: labels.filter((label) => !goes(label)) }
}

/** The dimensions in the order of `order`, with size 1 for labels that the operand does not have. */
function arrange({ x, labels }: Labelled, order: readonly string[]): Tensor {
  const own = order.filter((label) => labels.includes(label))
  const permuted = permute(
    x,
    own.map((label) => labels.indexOf(label)),
  )
  return order.reduce((y, label, d) => (labels.includes(label) ? y : y.unsqueeze(d)), permuted)
}

/** Multiplies two operands and sums over the labels that are not needed any more. */
function multiply(a: Labelled, b: Labelled, isNeeded: (label: string) => boolean): Labelled {
  // A label that the other one does not have, or has with size 1, can be summed over before.
  const goes =
    (own: Labelled, other: Labelled) =>
    (label: string): boolean =>
      !isNeeded(label) && !(other.labels.includes(label) && sizeOf(own, label) === sizeOf(other, label))
  const [left, right] = [sumOver(a, goes(a, b)), sumOver(b, goes(b, a))]
  const isShared = (label: string): boolean => left.labels.includes(label) && right.labels.includes(label)
  const batch = left.labels.filter((label) => isShared(label) && isNeeded(label))
  const summed = left.labels.filter((label) => !isNeeded(label))
  const rows = left.labels.filter((label) => !isShared(label))
  const columns = right.labels.filter((label) => !isShared(label))
  const labels = [...batch, ...rows, ...columns]
  if (summed.length === 0) return { x: arrange(left, labels).mul(arrange(right, labels)), labels }
  checkSameDtype('einsum', left.x, right.x)
  const sizes = (own: Labelled, group: readonly string[]): number[] => group.map((label) => sizeOf(own, label))
  const stack = batch.map((label) => (sizeOf(left, label) === 1 ? sizeOf(right, label) : sizeOf(left, label)))
  const [m, k, n] = [sizes(left, rows), sizes(left, summed), sizes(right, columns)]
  const matrices = arrange(left, [...batch, ...rows, ...summed]).expand([...stack, ...m, ...k])
  const others = arrange(right, [...batch, ...summed, ...columns]).expand([...stack, ...k, ...n])
  const product = matmul(
    matrices.reshape([numelOf(stack), numelOf(m), numelOf(k)]),
    others.reshape([numelOf(stack), numelOf(k), numelOf(n)]),
  )
  return { x: product.reshape([...stack, ...m, ...n]), labels }
}

const takesEinsum = signature('einsum', { equation: kinds.text, operands: kinds.tensors })

/**
 * Sums of products by Einstein's notation: a letter for each dimension; what stands in several operands is multiplied
 * elementwise, what does not stand in the result is summed over. A letter twice in one operand takes the diagonal, `...`
 * stands for any other dimensions and broadcasts.
 *
 * @param equation as `'bij,bjk->bik'`; without `->` the result has the letters that stand once, in alphabetical order
 * @param args a tensor for each part in front of the arrow, one by one or in a list
 * @throws ShapeError where the letters do not fit the operands, RangeError for an equation that cannot be read.
 * @example
 * einsum('ij,jk->ik', ones([2, 3]), ones([3, 4])).shape // [2, 4]
 * einsum('ii->i', tensor([[1, 2], [3, 4]])) // tensor([1, 4])
 * @see torch.einsum
 */
export function einsum(equation: string, ...args: Tensors): Tensor {
  const [list, rest] = gathered(args, kinds.tensor)
  takesEinsum([equation, list], rest)
  const operands = list as readonly Tensor[]
  const { operands: labels, output } = labelsOfEquation(
    equation,
    operands.map((x) => x.shape),
  )
  const labelled = operands.map((x, i) => withoutRepeats({ x, labels: labels[i] as readonly string[] }))
  checkSizes(labelled)
  const product = labelled.reduce((done, operand, i) => {
    const later = labelled.slice(i + 1)
    const isNeeded = (label: string): boolean =>
      output.includes(label) || later.some((other) => other.labels.includes(label))
    return multiply(done, operand, isNeeded)
  })
  return arrange(
    sumOver(product, (label) => !output.includes(label)),
    output,
  )
}
