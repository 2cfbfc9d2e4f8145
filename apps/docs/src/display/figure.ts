/** What a program shows beside its printed lines, as plain data that a worker can send. */
export type Figure = LinesFigure | BarsFigure | ImagesFigure | GraphFigure

export interface LinesFigure {
  readonly kind: 'lines'
  readonly title: string
  readonly xLabel: string
  readonly yLabel: string
  /** Where the values lie. */
  readonly x: readonly number[]
  readonly series: readonly Series[]
}

interface Series {
  readonly name: string
  readonly values: readonly number[]
}

export interface BarsFigure {
  readonly kind: 'bars'
  readonly title: string
  readonly labels: readonly string[]
  readonly values: readonly number[]
}

export interface ImagesFigure {
  readonly kind: 'images'
  readonly height: number
  readonly width: number
  /** Grey values from 0 to 255, an image after the other. */
  readonly images: readonly Uint8ClampedArray[]
  readonly labels: readonly string[]
}

/** A graph, placed. What a program sends is drawn as shapes and text, and never taken for markup. */
export interface GraphFigure {
  readonly kind: 'graph'
  readonly width: number
  readonly height: number
  readonly nodes: readonly GraphBox[]
  readonly edges: readonly GraphArrow[]
}

/** x and y are the centre's. */
interface GraphBox {
  readonly kind: string
  readonly lines: readonly string[]
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

interface GraphArrow {
  readonly kind: string
  /** SVG's path data. */
  readonly path: string
  /** The corners of its head, empty where it has none. */
  readonly head: string
}

/** The line that stands for a figure where nothing can be drawn, such as a terminal. */
export function describeFigure(figure: Figure): string {
  switch (figure.kind) {
    case 'lines': {
      const points = Math.max(0, ...figure.series.map(({ values }) => values.length))
      return `[plot: ${figure.series.map(({ name }) => name).join(', ')} — ${count(points, 'point')}]`
    }
    case 'bars':
      return `[bars: ${figure.labels.join(', ')}]`
    case 'images':
      return `[images: ${count(figure.images.length, 'image')} of ${figure.height} × ${figure.width}]`
    case 'graph':
      return `[graph: ${count(figure.nodes.length, 'node')}]`
  }
}

/** True for a line that stands for a figure. */
export function isDescription(line: string): boolean {
  return /^\[(?:plot|bars|images|graph): .*\]$/.test(line)
}

function count(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? '' : 's'}`
}
