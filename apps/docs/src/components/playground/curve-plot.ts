import UPlot from 'uplot'
import { shortNumber } from '../figure/short-number'

const HEIGHT = 220
const FONT = '12px system-ui, sans-serif'

/** A line of a plot. */
export interface Curve {
  readonly name: string
  /** The variable of style.css that holds its colour. */
  readonly colour: string
  /** Whether each point gets a dot. */
  readonly dots: boolean
  readonly points: readonly CurvePoint[]
}

interface CurvePoint {
  readonly x: number
  readonly y: number
}

/** A plot that is drawn on while something goes on. */
export interface CurvePlot {
  update(curves: readonly Curve[]): void
  destroy(): void
}

export interface CurvePlotOptions {
  readonly xLabel: string
  /** The ends of the vertical axis; null where the values decide. */
  readonly range: readonly [number, number] | null
  readonly format: (value: number) => string
}

/** Draws curves over one horizontal axis into an element, as wide as it is and remains. */
export function plotCurves(parent: HTMLElement, curves: readonly Curve[], options: CurvePlotOptions): CurvePlot {
  const colour = (name: string): string => getComputedStyle(parent).getPropertyValue(name)
  const axis = (format: (value: number) => string): UPlot.Axis => ({
    font: FONT,
    labelFont: FONT,
    labelSize: 18,
    stroke: colour('--nn-muted'),
    grid: { stroke: colour('--nn-line'), width: 1 },
    ticks: { show: false },
    values: (_plot, values) => values.map((value) => (value === null ? '' : format(value))),
  })
  const plot = new UPlot(
    {
      width: parent.clientWidth,
      height: HEIGHT,
      scales: {
        x: { time: false, range: (_plot, _low, high) => [0, Math.max(1, high ?? 1)] },
        y: { range: (_plot, low, high) => [...(options.range ?? rangeAround(low, high))] },
      },
      axes: [{ ...axis(shortNumber), label: options.xLabel, size: 34 }, axis(options.format)],
      series: [
        {},
        ...curves.map(
          ({ name, colour: variable, dots }): UPlot.Series => ({
            label: name,
            stroke: colour(variable),
            width: 2,
            spanGaps: true,
            points: { show: dots, size: 5, fill: colour(variable) },
          }),
        ),
      ],
      legend: { show: false },
      cursor: { show: false },
    },
    aligned(curves),
    parent,
  )
  const observer = new ResizeObserver(() => plot.setSize({ width: parent.clientWidth, height: HEIGHT }))
  observer.observe(parent)
  return {
    update: (curves) => plot.setData(aligned(curves)),
    destroy() {
      observer.disconnect()
      plot.destroy()
    },
  }
}

/** One list of places for all curves, and of each curve its values there, where it has any. */
function aligned(curves: readonly Curve[]): UPlot.AlignedData {
  const xs = [...new Set(curves.flatMap(({ points }) => points.map(({ x }) => x)))].sort((a, b) => a - b)
  const values = curves.map(({ points }) => {
    const at = new Map(points.map(({ x, y }) => [x, y]))
    return xs.map((x) => at.get(x) ?? null)
  })
  return [xs, ...values]
}

/** From zero, or a little below what is lower, to a little above the highest value. */
function rangeAround(low: number | null, high: number | null): [number, number] {
  if (low === null || high === null) return [0, 1]
  return [Math.min(0, low), high === low ? low + 1 : high * 1.05]
}
