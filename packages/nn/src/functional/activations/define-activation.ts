import { isGradEnabled } from '@nn/autograd'
import {
  type ActivationName,
  type ActivationSettings,
  type Args,
  AutogradError,
  activate,
  activateBackward,
  apply,
  applyInPlace,
  DTypeError,
  kinds,
  type Op,
  type Signature,
  signature,
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
  /**
   * With which settings f in place has no gradient, as text, else null: as PyTorch sees only f(x) then, which must tell
   * whether x was negative. Default: none.
   */
  readonly withoutGradientInPlace?: (settings: Settings) => string | null
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

/** What follows the input in an activation without settings. */
export type InplaceArgs = Args<InplaceOptions, ['inplace']>

export const takesInplace: Signature<InplaceOptions> = signature(
  'activation',
  { input: kinds.tensor },
  { inplace: kinds.boolean },
)

/** Makes the function that applies an activation, to a new tensor or in place. */
export function defineActivation<Settings>({
  name,
  node,
  integers = false,
  value,
  gradient,
  withoutGradientInPlace,
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
  const inPlaceOp: Op<[Tensor], Settings> = {
    ...op,
    backward(context, grad) {
      const settings = withoutGradientInPlace?.(context.params) ?? null
      if (settings !== null)
        throw new AutogradError(`${name}: no gradient in place with ${settings}; leave inplace out`)
      return op.backward(context, grad)
    },
  }
  return (input, settings, inplace = false) => {
    checkDtype(name, input, integers)
    return inplace ? applyInPlace(inPlaceOp, [input], settings) : apply(op, [input], settings)
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

/** Refuses what an activation is not defined for. */
export function checkDtype(name: string, { dtype }: Tensor, integers: boolean): void {
  if (dtype === 'bool') throw new DTypeError(`${name}: not defined for bool tensors`)
  if (!integers && dtype !== 'float32' && dtype !== 'float64') {
    throw new DTypeError(`${name}: needs a floating-point tensor, got ${dtype}`)
  }
}
