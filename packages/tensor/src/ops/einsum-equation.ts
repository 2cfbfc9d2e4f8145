import { ShapeError } from '../core/errors'
import { type Shape, showShape } from '../core/shape'

/** The labels that an equation gives to the dimensions of each operand and of the result. */
export interface Labels {
  readonly operands: readonly (readonly string[])[]
  readonly output: readonly string[]
}

/** The dimensions under an ellipsis are labelled by their place from the right, so that they broadcast like shapes. */
const covered = (count: number): string[] => Array.from({ length: count }, (_, i) => `...${count - i}`)

function checkTerm(term: string): void {
  if (!/^[a-zA-Z]*(\.\.\.)?[a-zA-Z]*$/.test(term)) {
    throw new RangeError(`einsum: '${term}' is not made of letters and at most one '...'`)
  }
}

/** The labels of a term, with its ellipsis covering `count` dimensions. */
function labelsOf(term: string, count: number): string[] {
  const [before = '', after = ''] = term.split('...')
  return [...before, ...(term.includes('...') ? covered(count) : []), ...after]
}

function countLetters(term: string): number {
  return term.replace('...', '').length
}

/** How many dimensions of an operand its ellipsis covers. */
function coveredBy(term: string, shape: Shape): number {
  const count = shape.length - countLetters(term)
  if (count < 0 || (count > 0 && !term.includes('...'))) {
    throw new ShapeError(`einsum: '${term}' does not label the ${shape.length} dimensions of ${showShape(shape)}`)
  }
  return count
}

/** Without an arrow the result has what is covered, then the letters that stand once, in alphabetical order. */
function impliedOutput(terms: readonly string[], count: number): string[] {
  const letters = terms.flatMap((term) => [...term.replace('...', '')])
  const single = letters.filter((letter) => letters.indexOf(letter) === letters.lastIndexOf(letter))
  return [...covered(count), ...single.sort()]
}

function checkOutput(output: readonly string[], operands: readonly (readonly string[])[]): void {
  for (const [i, label] of output.entries()) {
    if (output.indexOf(label) !== i) throw new ShapeError(`einsum: '${label}' stands twice in the result`)
    if (!label.startsWith('...') && !operands.some((labels) => labels.includes(label))) {
      throw new ShapeError(`einsum: '${label}' of the result stands for no dimension of an operand`)
    }
  }
}

/**
 * Reads an equation as `'bij,bjk->bik'`: a letter for each dimension of each operand, `...` for any others, and behind
 * the arrow those of the result.
 */
export function labelsOfEquation(equation: string, shapes: readonly Shape[]): Labels {
  const [left = '', right, ...more] = equation.replaceAll(' ', '').split('->')
  if (more.length > 0) throw new RangeError(`einsum: '${equation}' has more than one '->'`)
  const terms = left.split(',')
  for (const term of [...terms, right ?? '']) checkTerm(term)
  if (terms.length !== shapes.length) {
    throw new ShapeError(`einsum: '${equation}' names ${terms.length} operands, got ${shapes.length}`)
  }
  const counts = terms.map((term, i) => coveredBy(term, shapes[i] as Shape))
  const most = Math.max(...counts)
  const operands = terms.map((term, i) => labelsOf(term, counts[i] as number))
  const output = right === undefined ? impliedOutput(terms, most) : labelsOf(right, most)
  checkOutput(output, operands)
  return { operands, output }
}
