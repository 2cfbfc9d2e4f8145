import { sin, tan } from '../../../math/index'
/** sin πx, exact at integers: x is reduced before it is multiplied by π. */
export function sinPi(x: number): number {
  const nearest = Math.round(x)
  const sine = sin(Math.PI * (x - nearest))
  return nearest % 2 === 0 ? sine : -sine
}

/** tan πx, exact at integers. */
export function tanPi(x: number): number {
  return tan(Math.PI * (x - Math.round(x)))
}
