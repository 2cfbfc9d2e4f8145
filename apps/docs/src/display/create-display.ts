import { type AutogradGraphOptions, arrowHead, autogradGraph, edgePath, layoutGraph } from '@nn/autograd/drawing'
import { ShapeError, showShape, type Tensor } from '@nn/tensor'
import type { Figure } from './figure'

/** What a program can show. */
export interface Display {
  /**
   * Lines over the same points, such as the losses of each epoch.
   *
   * @example
   * plotLines({ xLabel: 'epoch', series: { train: [0.9, 0.5, 0.4], validation: [0.8, 0.6, 0.6] } })
   */
  plotLines(options: PlotLinesOptions): void

  /**
   * Grey images in a row, each scaled so that its smallest value is black and its largest is white.
   *
   * @param images [n, H, W] or [n, 1, H, W]; one image [H, W] too
   * @throws ShapeError for other shapes.
   */
  showImages(images: Tensor, options?: ShowImagesOptions): void

  /** A bar for each value, such as the probabilities of the classes. */
  showBars(options: ShowBarsOptions): void

  /**
   * The graph that autograd recorded for a tensor.
   *
   * @example
   * showGraph(loss, { params: model.namedParameters() })
   */
  showGraph(result: Tensor, options?: AutogradGraphOptions): void
}

export interface PlotLinesOptions {
  title?: string
  xLabel?: string
  yLabel?: string
  /** Where the values lie. Default: 1, 2, 3 and so on. */
  x?: readonly number[]
  /** The values of each line by its name. */
  series: Readonly<Record<string, readonly number[]>>
}

export interface ShowImagesOptions {
  /** A line of text under each image. */
  labels?: readonly (string | number)[]
}

export interface ShowBarsOptions {
  title?: string
  labels: readonly (string | number)[]
  values: readonly number[]
}

/** The functions of `@nn/docs/display`, whose figures go to `show`. */
export function createDisplay(show: (figure: Figure) => void): Display {
  return {
    plotLines({ title = '', xLabel = '', yLabel = '', series, x }) {
      const lines = Object.entries(series).map(([name, values]) => ({ name, values: [...values] }))
      const points = Math.max(0, ...lines.map(({ values }) => values.length))
      const places = x === undefined ? Array.from({ length: points }, (_, i) => i + 1) : [...x]
      show({ kind: 'lines', title, xLabel, yLabel, x: places, series: lines })
    },

    showImages(images, { labels = [] } = {}) {
      const [height, width] = images.shape.slice(-2)
      const hasColours = images.shape.length === 4 && images.shape[1] !== 1
      if (height === undefined || width === undefined || images.shape.length > 4 || hasColours) {
        throw new ShapeError(`showImages: expects [n, H, W], got ${showShape(images.shape)}`)
      }
      const flat = images
        .detach()
        .reshape(-1, height * width)
        .toArray() as number[][]
      show({ kind: 'images', height, width, images: flat.map(greys), labels: labels.map(String) })
    },

    showBars({ title = '', labels, values }) {
      if (labels.length !== values.length) {
        throw new RangeError(`showBars: ${labels.length} labels for ${values.length} values`)
      }
      show({ kind: 'bars', title, labels: labels.map(String), values: [...values] })
    },

    showGraph(result, options) {
      const { width, height, nodes, edges } = layoutGraph(autogradGraph(result, options))
      show({
        kind: 'graph',
        width,
        height,
        // Without the tensors, which stay in the program's worker.
        nodes: nodes.map(({ node, lines, ...box }) => ({ kind: node.kind, lines, ...box })),
        edges: edges.map(({ edge: { kind }, points }) => ({
          kind,
          path: edgePath(points),
          // What is only kept is joined by a line without an arrow.
          head: kind === 'saved' ? '' : arrowHead(points),
        })),
      })
    },
  }
}

function greys(values: readonly number[]): Uint8ClampedArray {
  const low = Math.min(...values)
  const range = Math.max(...values) - low || 1
  return Uint8ClampedArray.from(values, (value) => ((value - low) / range) * 255)
}
