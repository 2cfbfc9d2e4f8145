import type { Computed, NetworkNumbers, Parameter, Passes } from './chain-rule'
import { type Stage, symbols } from './chain-rule-stages'
import { decimal } from './decimal'
import type { Place } from './plot-area'

/** A value of the network. What is not computed yet is empty. */
interface PictureNode extends Place {
  readonly symbol: string
  readonly value: string
  /** The gradient of the loss. */
  readonly gradient: string
  /** True where the stage computes one of them. */
  readonly isNew: boolean
}

/** A label says what happens on the way forward and by what gradients are multiplied on the way back. */
interface PictureEdge {
  readonly from: Place
  readonly to: Place
  readonly label: Place & { readonly forward: string; readonly backward: string }
}

/** A bias, written beside the value that it is added to. */
interface PictureBias extends Place {
  readonly anchor: 'start' | 'middle' | 'end'
  readonly lines: readonly string[]
}

export interface Picture {
  readonly width: number
  readonly height: number
  readonly nodes: readonly PictureNode[]
  readonly edges: readonly PictureEdge[]
  readonly biases: readonly PictureBias[]
}

export const boxSize: { readonly width: number; readonly height: number } = { width: 64, height: 58 }

const margin = 2

type Name = 'x' | Computed

/** Where values stand: how many layers from the input, and above, between or below the middle. */
const places: Record<Name, readonly [layer: number, lane: -1 | 0 | 1]> = {
  x: [0, 0],
  z1: [1, -1],
  z2: [1, 1],
  h1: [2, -1],
  h2: [2, 1],
  out: [3, 0],
  loss: [4, 0],
}

interface Link {
  readonly from: Name
  readonly to: Computed
  /** The parameter by which the value is multiplied. */
  readonly factor?: Parameter
  /** The function applied to it. */
  readonly apply?: string
}

const links: readonly Link[] = [
  { from: 'x', to: 'z1', factor: 'w1' },
  { from: 'x', to: 'z2', factor: 'w2' },
  { from: 'z1', to: 'h1', apply: 'σ' },
  { from: 'z2', to: 'h2', apply: 'σ' },
  { from: 'h1', to: 'out', factor: 'v1' },
  { from: 'h2', to: 'out', factor: 'v2' },
  { from: 'out', to: 'loss', apply: '(ŷ − y)²' },
]

const biases: readonly { readonly name: Parameter; readonly to: Computed }[] = [
  { name: 'b1', to: 'z1' },
  { name: 'b2', to: 'z2' },
  { name: 'c', to: 'out' },
]

/** The network at a stage: from left to right where there is room, from top to bottom elsewhere. */
export function chainRulePicture(numbers: NetworkNumbers, passes: Passes, stage: Stage, width: number): Picture {
  const isWide = width >= 560
  const height = isWide ? 260 : 500
  const centre = ([layer, lane]: readonly [number, number]): Place => {
    const along = (length: number, box: number): number => box / 2 + margin + (layer / 4) * (length - box - 2 * margin)
    const across = (length: number): number => (0.5 + lane * 0.25) * length
    return isWide
      ? { x: along(width, boxSize.width), y: across(height) }
      : { x: across(width), y: along(height, boxSize.height) }
  }
  /** A place on the border of a box, on the side where a direction leads to. */
  const border = ({ x, y }: Place, direction: number): Place =>
    isWide ? { x: x + (direction * boxSize.width) / 2, y } : { x, y: y + (direction * boxSize.height) / 2 }
  const node = (name: Name): PictureNode => {
    const isKnown = name === 'x' || stage.values.has(name)
    const hasGradient = name !== 'x' && stage.gradients.has(name)
    return {
      ...centre(places[name]),
      symbol: symbols[name],
      value: isKnown ? decimal(name === 'x' ? numbers.x : passes.values[name]) : '',
      gradient: hasGradient ? decimal(passes.gradients[name]) : '',
      isNew: name !== 'x' && stage.computes.has(name),
    }
  }
  const edge = ({ from, to, factor, apply = '' }: Link): PictureEdge => {
    const start = border(centre(places[from]), 1)
    const end = border(centre(places[to]), -1)
    // By the input nothing is differentiated, but by the weight that it is multiplied with.
    const by = from === 'x' ? factor : from
    const isBack = by !== undefined && stage.gradients.has(by)
    return {
      from: start,
      to: end,
      label: {
        x: (start.x + end.x) / 2,
        y: (start.y + end.y) / 2,
        forward: factor === undefined ? apply : `${symbols[factor]} = ${decimal(numbers[factor])}`,
        backward: isBack ? `·${decimal(passes.local[to][by] ?? 0)}` : '',
      },
    }
  }
  const bias = ({ name, to }: (typeof biases)[number]): PictureBias => {
    const { x, y } = centre(places[to])
    // Away from the middle, where no edges are.
    const side = places[to][1] || (isWide ? -1 : 1)
    const [symbol, value] = [symbols[name], decimal(numbers[name])]
    if (isWide) {
      // Beside the edges that come in from the left.
      const isMiddle = places[to][1] === 0
      const start = isMiddle ? x - boxSize.width / 2 + 6 : x
      const lines = [`${symbol} = ${value}`]
      return { x: start, y: y + side * (boxSize.height / 2 + 14), anchor: isMiddle ? 'start' : 'middle', lines }
    }
    const anchor = side < 0 ? 'end' : 'start'
    return { x: x + side * (boxSize.width / 2 + 4), y: y - 8, anchor, lines: [`${symbol} =`, value] }
  }
  return {
    width,
    height,
    nodes: (Object.keys(places) as Name[]).map(node),
    edges: links.map(edge),
    biases: biases.map(bias),
  }
}
