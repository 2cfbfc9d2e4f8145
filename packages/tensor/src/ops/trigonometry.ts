import { nameStep } from '../core/op'
import type { Tensor } from '../tensor'
import { extraBinary } from './extra-binary'
import { extraUnary } from './extra-unary'
import { takesInput } from './takes'
import { unary } from './unary'

/**
 * The sine of angles in radians.
 *
 * @example
 * sin(tensor([0, Math.PI / 2])) // tensor([0., 1.])
 * @see torch.sin
 */
export function sin(x: Tensor, ...none: []): Tensor {
  return extraUnary('sin', x, none)
}

/**
 * The cosine of angles in radians.
 *
 * @example
 * cos(tensor([0])) // tensor([1.])
 * @see torch.cos
 */
export function cos(x: Tensor, ...none: []): Tensor {
  return extraUnary('cos', x, none)
}

/**
 * The tangent of angles in radians: sin x / cos x.
 *
 * @example
 * tan(tensor([0])) // tensor([0.])
 * @see torch.tan
 */
export function tan(x: Tensor, ...none: []): Tensor {
  return extraUnary('tan', x, none)
}

/**
 * The angle from 0 to π whose cosine is x; NaN outside of [-1, 1].
 *
 * @example
 * acos(tensor([1, -1])) // tensor([0.0000, 3.1416])
 * @see torch.acos
 */
export function acos(x: Tensor, ...none: []): Tensor {
  return extraUnary('acos', x, none)
}

/**
 * The angle from -π/2 to π/2 whose sine is x; NaN outside of [-1, 1].
 *
 * @example
 * asin(tensor([0, 1])) // tensor([0.0000, 1.5708])
 * @see torch.asin
 */
export function asin(x: Tensor, ...none: []): Tensor {
  return extraUnary('asin', x, none)
}

/**
 * The angle from -π/2 to π/2 whose tangent is x.
 *
 * @example
 * atan(tensor([0, 1])) // tensor([0.0000, 0.7854])
 * @see torch.atan
 */
export function atan(x: Tensor, ...none: []): Tensor {
  return extraUnary('atan', x, none)
}

/**
 * The angle from -π to π of the point (x, y).
 *
 * @param y the ordinates
 * @param x the abscissas, broadcast against y
 * @throws ShapeError where the shapes do not broadcast.
 * @example
 * atan2(tensor([1, -1]), tensor([1, -1])) // tensor([ 0.7854, -2.3562])
 * @see torch.atan2
 */
export function atan2(y: Tensor, x: Tensor, ...none: []): Tensor {
  return extraBinary('atan2', y, x, none)
}

/**
 * The length of the vector (a, b): √(a² + b²), without overflow on the way.
 *
 * @throws DTypeError for integers.
 * @throws ShapeError where the shapes do not broadcast.
 * @example
 * hypot(tensor([1.5]), tensor([2])) // tensor([2.5000])
 * @see torch.hypot
 */
export function hypot(a: Tensor, b: Tensor, ...none: []): Tensor {
  return extraBinary('hypot', a, b, none)
}

/**
 * The hyperbolic sine: (eˣ - e⁻ˣ) / 2.
 *
 * @example
 * sinh(tensor([1])) // tensor([1.1752])
 * @see torch.sinh
 */
export function sinh(x: Tensor, ...none: []): Tensor {
  return extraUnary('sinh', x, none)
}

/**
 * The hyperbolic cosine: (eˣ + e⁻ˣ) / 2.
 *
 * @example
 * cosh(tensor([1])) // tensor([1.5431])
 * @see torch.cosh
 */
export function cosh(x: Tensor, ...none: []): Tensor {
  return extraUnary('cosh', x, none)
}

/**
 * The hyperbolic tangent: sinh x / cosh x.
 *
 * @example
 * tanh(tensor([1])) // tensor([0.7616])
 * @see torch.tanh
 */
export function tanh(x: Tensor, ...none: []): Tensor {
  return unary('tanh', x, none)
}

/**
 * The inverse of `sinh`: ln(x + √(x² + 1)).
 *
 * @example
 * asinh(tensor([1])) // tensor([0.8814])
 * @see torch.asinh
 */
export function asinh(x: Tensor, ...none: []): Tensor {
  return extraUnary('asinh', x, none)
}

/**
 * The inverse of `cosh`: ln(x + √(x² - 1)); NaN below 1.
 *
 * @example
 * acosh(tensor([2])) // tensor([1.3170])
 * @see torch.acosh
 */
export function acosh(x: Tensor, ...none: []): Tensor {
  return extraUnary('acosh', x, none)
}

/**
 * The inverse of `tanh`: ½ ln((1 + x) / (1 - x)); NaN outside of [-1, 1].
 *
 * @example
 * atanh(tensor([0.5])) // tensor([0.5493])
 * @see torch.atanh
 */
export function atanh(x: Tensor, ...none: []): Tensor {
  return extraUnary('atanh', x, none)
}

/**
 * The normalised sine: sin(πx) / (πx), and 1 at 0.
 *
 * @example
 * sinc(tensor([0, 0.5])) // tensor([1.0000, 0.6366])
 * @see torch.sinc
 */
export function sinc(x: Tensor, ...none: []): Tensor {
  return extraUnary('sinc', x, none)
}

/**
 * Degrees as radians: x · π / 180.
 *
 * @example
 * deg2rad(tensor([180])) // tensor([3.1416])
 * @see torch.deg2rad
 */
export function deg2rad(x: Tensor, ...none: []): Tensor {
  takesInput([x], none, 'deg2rad')
  return nameStep('Deg2RadBackward0', x.mul(Math.PI / 180))
}

/**
 * Radians as degrees: x · 180 / π.
 *
 * @example
 * rad2deg(tensor([Math.PI])) // tensor([180.])
 * @see torch.rad2deg
 */
export function rad2deg(x: Tensor, ...none: []): Tensor {
  takesInput([x], none, 'rad2deg')
  return nameStep('Rad2DegBackward0', x.mul(180 / Math.PI))
}
