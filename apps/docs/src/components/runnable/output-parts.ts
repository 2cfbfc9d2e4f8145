import { describeFigure, type Figure, isDescription } from '../../display/figure'
import type { Level } from '../../runner/run-program'
import type { OutputItem } from './use-program'

/** Lines that stand together in one box, or a figure between them. */
export type OutputPart = LinesPart | FigurePart

interface LinesPart {
  readonly kind: 'lines'
  readonly lines: readonly Line[]
}

interface Line {
  readonly text: string
  /** How it was printed; `stand` for a line that stands for a figure until the program runs. */
  readonly style: Level | 'stand'
}

interface FigurePart {
  readonly kind: 'figure'
  readonly figure: Figure
  readonly description: string
}

/** What a program has printed and drawn, in order. */
export function outputParts(items: readonly OutputItem[]): OutputPart[] {
  const parts: OutputPart[] = []
  let lines: Line[] | null = null
  for (const item of items) {
    if (item.type === 'figure') {
      lines = null
      parts.push({ kind: 'figure', figure: item.figure, description: describeFigure(item.figure) })
    } else {
      if (lines === null) {
        lines = []
        parts.push({ kind: 'lines', lines })
      }
      lines.push({ text: item.text, style: item.level })
    }
  }
  return parts
}

/** What a program is known to print, before it runs. */
export function expectedParts(output: string): OutputPart[] {
  const lines = output.split('\n').map((text): Line => ({ text, style: isDescription(text) ? 'stand' : 'log' }))
  return [{ kind: 'lines', lines }]
}
