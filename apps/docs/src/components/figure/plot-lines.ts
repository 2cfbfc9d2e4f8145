import UPlot from 'uplot'
import type { LinesFigure } from '../../display/figure'
import { shortNumber } from './short-number'

const HEIGHT = 240
const FONT = '12px system-ui, sans-serif'

/** Colours of lines in their order, as variables of style.css. */
const COLOURS = ['--nn-train', '--nn-validation', '--nn-good', '--nn-bad', '--nn-accent', '--nn-muted']

export interface LinePlot {
  destroy(): void
}

/** Draws lines into an element, as wide as it is and remains. */
export function plotLines(parent: HTMLElement, { x, series, xLabel, yLabel }: LinesFigure): LinePlot {
  const colour = (name: string): string => getComputedStyle(parent).getPropertyValue(name)
  const axis = (label: string): UPlot.Axis => ({
    label,
    labelFont: FONT,
    font: FONT,
    stroke: colour('--nn-muted'),
    grid: { stroke: colour('--nn-line'), width: 1 },
    ticks: { show: false },
    values: (_plot, values) => values.map((value) => (value === null ? '' : shortNumber(value))),
    ...(label === '' ? {} : { labelSize: 20 }),
  })
  const lines = series.map(
    ({ name }, i): UPlot.Series => ({
      label: name,
      stroke: colour(COLOURS[i % COLOURS.length] as string),
      width: 2,
      points: { show: x.length <= 30 },
      value: (_plot, value) => (value === null ? '' : shortNumber(value)),
    }),
  )
  const options: UPlot.Options = {
    width: parent.clientWidth,
    height: HEIGHT,
    scales: { x: { time: false } },
    axes: [axis(xLabel), axis(yLabel)],
    series: [{ label: xLabel === '' ? 'step' : xLabel }, ...lines],
    legend: { live: false },
    cursor: { drag: { x: false, y: false } },
  }
  const data = [[...x], ...series.map(({ values }) => x.map((_, i) => values[i] ?? null))]
  const plot = new UPlot(options, data as UPlot.AlignedData, parent)
  const observer = new ResizeObserver(() => plot.setSize({ width: parent.clientWidth, height: HEIGHT }))
  observer.observe(parent)
  return {
    destroy() {
      observer.disconnect()
      plot.destroy()
    },
  }
}
