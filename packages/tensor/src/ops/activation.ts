import { inMemoryOrder, resultStrides } from '../core/layout'
import { allocate, copyAs } from '../core/operand'
import { sameShape } from '../core/shape'
import { type ActivationName, type ActivationSettings, activation, activationBackward } from '../kernels/js/activation'
import { extraKernels } from '../memory/extra-kernels'
import type { Tensor } from '../tensor'

const kernels = extraKernels({ activation, activationBackward })

/** f(x) for an activation, element by element in one pass, recorded by no graph. */
export function activate(name: ActivationName, x: Tensor, settings: ActivationSettings): Tensor {
  const out = allocate(x.shape, x.dtype, resultStrides(x.shape, x))
  const [to, from] = inMemoryOrder(out, asLaidOut(x, out))
  kernels().activation(name, from, settings, to)
  return out
}

/** grad · f'(x) in one pass, recorded by no graph. */
export function activateBackward(name: ActivationName, grad: Tensor, x: Tensor, settings: ActivationSettings): Tensor {
  const out = allocate(x.shape, x.dtype, resultStrides(x.shape, x))
  const [to, g, from] = inMemoryOrder(out, asLaidOut(grad, out), asLaidOut(x, out))
  kernels().activationBackward(name, g, from, settings, to)
  return out
}

/** An operand that lies in memory as the output does: itself or a copy. */
function asLaidOut(x: Tensor, out: Tensor): Tensor {
  return sameShape(x.strides, out.strides) ? x : copyAs(x, x.dtype, out.strides)
}
