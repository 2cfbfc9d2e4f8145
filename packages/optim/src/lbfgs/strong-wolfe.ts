import type { Tensor } from '@nn/tensor'
import { cubicMinimum } from './cubic-minimum'

/** A place on a line: how far along, with the loss there, its gradient and its slope along the line. */
export interface PointOnLine {
  readonly t: number
  readonly loss: number
  readonly gradient: Tensor
  readonly slope: number
}

export interface LineSearch {
  /** Where the line begins: t is 0, the slope negative. */
  readonly start: PointOnLine
  /** How far along to look first. */
  readonly firstT: number
  /** An interval that is shorter than this is not divided any more. */
  readonly shortest: number
  /** The most points that are looked at, beyond the first. */
  readonly maxPoints: number
  readonly at: (t: number) => PointOnLine
}

/** How much of the fall that the slope promises must come about. */
const SUFFICIENT_DECREASE = 1e-4
/** How much of the slope may be left. */
const CURVATURE = 0.9
/** A point must be this part of the interval away from its ends. */
const MARGIN = 0.1

type Interval = [PointOnLine, PointOnLine]

/** An interval that holds a good point, or a good point; and how many points it took. */
interface Bracket {
  readonly interval: Interval
  readonly isFound: boolean
  readonly points: number
}

/**
 * Finds a point on a line where the loss has fallen enough and is nearly level (the strong Wolfe conditions):
 *
 * $$ f(t) \le f(0) + c_1 t f'(0), \qquad |f'(t)| \le c_2 |f'(0)| $$
 *
 * @returns that point, or the lowest that was found
 * @see torch.optim.lbfgs._strong_wolfe, after Nocedal and Wright, Numerical Optimization, algorithms 3.5 and 3.6
 */
export function strongWolfe(search: LineSearch): PointOnLine {
  const bracket = findBracket(search)
  return bracket.isFound ? bracket.interval[1] : narrow(search, bracket)
}

const hasFallenEnough = ({ t, loss }: PointOnLine, { start }: LineSearch): boolean =>
  loss <= start.loss + SUFFICIENT_DECREASE * t * start.slope

const isLevel = ({ slope }: PointOnLine, { start }: LineSearch): boolean => Math.abs(slope) <= -CURVATURE * start.slope

/** Goes along the line until it is left behind where the loss is low. */
function findBracket(search: LineSearch): Bracket {
  let before = search.start
  let point = search.at(search.firstT)
  for (let points = 0; points < search.maxPoints; points++) {
    const interval: Interval = [before, point]
    if (!hasFallenEnough(point, search) || (points > 1 && point.loss >= before.loss)) {
      return { interval, isFound: false, points }
    }
    if (isLevel(point, search)) return { interval, isFound: true, points }
    if (point.slope >= 0) return { interval, isFound: false, points }
    const t = cubicMinimum(before, point, point.t + 0.01 * (point.t - before.t), 10 * point.t)
    before = point
    point = search.at(t)
  }
  return { interval: [search.start, point], isFound: false, points: search.maxPoints }
}

/** Narrows the interval down to a good point. */
function narrow(search: LineSearch, { interval, points }: Bracket): PointOnLine {
  let low = lowerEnd(interval)
  let isNearEnd = false
  for (let i = points; i < search.maxPoints; i++) {
    const [from, to] = inOrder(interval)
    if (to - from < search.shortest) break
    let t = cubicMinimum(...interval, from, to)
    const margin = MARGIN * (to - from)
    if (Math.min(to - t, t - from) >= margin) isNearEnd = false
    else if (isNearEnd || t >= to || t <= from) {
      t = to - t < t - from ? to - margin : from + margin
      isNearEnd = false
    } else isNearEnd = true

    const point = search.at(t)
    const high = low === 0 ? 1 : 0
    if (!hasFallenEnough(point, search) || point.loss >= interval[low].loss) {
      interval[high] = point
      low = lowerEnd(interval)
    } else {
      if (isLevel(point, search)) return point
      if (point.slope * (interval[high].t - interval[low].t) >= 0) interval[high] = interval[low]
      interval[low] = point
    }
  }
  return interval[low]
}

const lowerEnd = ([a, b]: Interval): 0 | 1 => (a.loss <= b.loss ? 0 : 1)

const inOrder = ([a, b]: Interval): [from: number, to: number] => [Math.min(a.t, b.t), Math.max(a.t, b.t)]
