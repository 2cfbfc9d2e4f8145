import { type DType, getDefaultDtype } from '../core/dtype'
import { type ElementFormatter, elementFormatter } from './element-formatter'
import { getPrintoptions, type PrintOptions } from './print-options'

/** What printing needs to know of a tensor. */
export interface PrintableTensor {
  readonly shape: readonly number[]
  readonly dtype: DType
  /** The element at a row-major index. */
  readonly at: (index: number) => number
}

/**
 * A tensor as PyTorch prints it: `tensor([[1., 2.],\n        [3., 4.]])`.
 *
 * @param tensor its shape, dtype and elements
 * @param notes what to say after the elements, as `grad_fn=<MulBackward0>`; size and dtype are added where PyTorch adds them
 * @param prefix what stands before the elements, with the opening parenthesis
 * @see torch.Tensor.__repr__
 */
export function formatTensor(tensor: PrintableTensor, notes: readonly string[] = [], prefix = 'tensor('): string {
  const options = getPrintoptions()
  const elements = formatElements(tensor, prefix.length, options)
  return withNotes(prefix + elements, [...ownNotes(tensor, options), ...notes], prefix.length, options.linewidth)
}

/** A size where the elements do not show it, and a dtype where the elements or the default do not tell it. */
function ownNotes({ shape, dtype }: PrintableTensor, { edgeitems }: PrintOptions): string[] {
  const isEmpty = shape.includes(0)
  const showsSize = isEmpty ? shape.length === 1 : edgeitems > 0
  const showsDtype = dtype === getDefaultDtype() || (!isEmpty && (dtype === 'int64' || dtype === 'bool'))
  const notes: string[] = []
  if (!showsSize) notes.push(`size=${formatTuple(shape)}`)
  if (!showsDtype) notes.push(`dtype=torch.${dtype}`)
  return notes
}

function formatTuple(sizes: readonly number[]): string {
  return sizes.length === 1 ? `(${sizes[0]},)` : `(${sizes.join(', ')})`
}

/** Appends notes, each on the line that is there or, when that would grow too long, on a new one. */
function withNotes(text: string, notes: readonly string[], indent: number, linewidth: number): string {
  let result = text
  // PyTorch counts two characters more than the line has.
  let lineLength = text.length - text.lastIndexOf('\n') + 1
  for (const note of notes) {
    if (lineLength + note.length + 2 > linewidth) {
      result += `,\n${' '.repeat(indent)}${note}`
      lineLength = indent + note.length
    } else {
      result += `, ${note}`
      lineLength += note.length + 2
    }
  }
  return `${result})`
}

/** Where a summary leaves elements out. */
const GAP = null

/** The positions of a dimension to show, with a gap in the middle when it is summarised. */
type Positions = readonly (number | typeof GAP)[]

function formatElements({ shape, dtype, at }: PrintableTensor, indent: number, options: PrintOptions): string {
  const numel = shape.reduce((product, size) => product * size, 1)
  if (numel === 0) return '[]'
  const summarize = numel > options.threshold
  const positions = shape.map((size) => positionsToShow(size, summarize, options.edgeitems))
  const strides = shape.map((_, dim) => shape.slice(dim + 1).reduce((product, size) => product * size, 1))
  const shown = indicesToShow(positions, strides).map((index) => at(index))
  const formatter = elementFormatter(shown, dtype, options)
  return formatFrom(0, 0, indent)

  /** The part of the tensor that starts at `offset` and has the dimensions from `dim` on. */
  function formatFrom(dim: number, offset: number, indent: number): string {
    if (dim === shape.length) return formatter.format(at(offset))
    const stride = strides[dim]!
    const isVector = dim === shape.length - 1
    const parts = positions[dim]!.map((position) => {
      if (position === GAP) return isVector && options.edgeitems > 0 ? ' ...' : '...'
      return formatFrom(dim + 1, offset + position * stride, indent + 1)
    })
    if (isVector) return formatVector(parts, formatter, indent, options.linewidth)
    const newLines = '\n'.repeat(shape.length - dim - 1)
    return `[${parts.join(`,${newLines}${' '.repeat(indent + 1)}`)}]`
  }
}

function positionsToShow(size: number, summarize: boolean, edgeitems: number): Positions {
  if (!summarize || size <= 2 * edgeitems) return integers(0, size)
  return [...integers(0, edgeitems), GAP, ...integers(size - edgeitems, size)]
}

function integers(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i)
}

/** The row-major indices of the elements at all combinations of `positions`. */
function indicesToShow(positions: readonly Positions[], strides: readonly number[]): number[] {
  return positions.reduce<number[]>(
    (offsets, dimension, dim) =>
      offsets.flatMap((offset) =>
        dimension.filter((position) => position !== GAP).map((position) => offset + position * strides[dim]!),
      ),
    [0],
  )
}

/** `[a, b, c]`, broken into lines of as many elements as fit. */
function formatVector(elements: string[], { width }: ElementFormatter, indent: number, linewidth: number): string {
  const perLine = Math.max(1, Math.floor((linewidth - indent) / (width + ', '.length)))
  const lines: string[] = []
  for (let i = 0; i < elements.length; i += perLine) lines.push(elements.slice(i, i + perLine).join(', '))
  return `[${lines.join(`,\n${' '.repeat(indent + 1)}`)}]`
}
