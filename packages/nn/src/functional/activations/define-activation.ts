import { isGradEnabled } from '@nn/autograd'
import {
  type ActivationName,
  type ActivationSettings,
  activate,
  activateBackward,
  apply,
  applyInPlace,
  DTypeError,
  type Op,
  type Tensor,
} from '@nn/tensor'

/** An activation in one place: the function and its derivative, in tensor functions, so that gradients have gradients too. */
interface Activation<Settings> {
  /** As errors name it. */
  readonly name: string
  /** As `gradFn` names it, where that is not the name with a capital. */
  readonly node?: string
  /** Whether it takes integers too. Default false. */
  readonly integers?: boolean
  /** f(x). */
  readonly value: (x: Tensor, settings: Settings) => Tensor
  /** grad · f'(x). */
  readonly gradient: (grad: Tensor, x: Tensor, settings: Settings) => Tensor
}

/** An activation that a kernel computes in one pass, and its derivative too where nobody differentiates that again. */
interface KernelActivation<Settings> extends Omit<Activation<Settings>, 'value'> {
  /** The kernel's name of it. */
  readonly kernel: ActivationName
  /** The numbers that the kernel takes. */
  readonly numbers: (settings: Settings) => ActivationSettings
}

export interface InplaceOptions {
  /** Change the input itself. Default false. */
  inplace?: boolean
}

/** Makes the function that applies an activation, to a new tensor or in place. */
export function defineActivation<Settings>({
  name,
  node,
  integers = false,
  value,
  gradient,
}: Activation<Settings>): (input: Tensor, settings: Settings, inplace?: boolean) => Tensor {
  const op: Op<[Tensor], Settings> = {
    name,
    ...(node === undefined ? {} : { node }),
    forward(context, [x], settings) {
      context.save(x)
      return value(x, settings)
    },
    backward({ saved, params }, grad) {
      const [x] = saved as [Tensor]
      return [gradient(grad, x, params)]
    },
  }
  return (input, settings, inplace = false) => {
    checkDtype(name, input, integers)
    return inplace ? applyInPlace(op, [input], settings) : apply(op, [input], settings)
  }
}

/** The same for an activation with a kernel. */
export function defineKernelActivation<Settings>({
  kernel,
  numbers,
  gradient,
  ...named
}: KernelActivation<Settings>): (input: Tensor, settings: Settings, inplace?: boolean) => Tensor {
  return defineActivation({
    ...named,
    value: (x, settings) => activate(kernel, x, numbers(settings)),
    gradient: (grad, x, settings) =>
      isGradEnabled() ? gradient(grad, x, settings) : activateBackward(kernel, grad, x, numbers(settings)),
  })
}

function checkDtype(name: string, { dtype }: Tensor, integers: boolean): void {
  if (dtype === 'bool') throw new DTypeError(`${name}: not defined for bool tensors`)
  if (!integers && dtype !== 'float32' && dtype !== 'float64') {
    throw new DTypeError(`${name}: needs a floating-point tensor, got ${dtype}`)
  }
}
