import {
  type Context,
  type DType,
  type GraphNode,
  kinds,
  type RecordedOp,
  type RemovableHandle,
  type Shape,
  signature,
  type Tensor,
} from '@nn/tensor'
import { callSite } from './anomaly'

const takesHook = signature('registerPrehook', { hook: kinds.callback })

/** What is called with a gradient on its way; what it returns takes the gradient's place. */
export type TensorHook = (grad: Tensor) => Tensor | undefined

/** A hook where it was registered; the same function may be in several places. */
export interface RegisteredHook {
  readonly hook: TensorHook
}

const NO_HOOKS: readonly RegisteredHook[] = []

/** Counts nodes: a node is younger than all that it leads to, so going from the youngest back meets no node too early. */
let made = 0

/** A recorded op, or a leaf that collects its gradient. */
export abstract class Node implements GraphNode {
  static {
    // What `console.log` shows in Node.
    Object.defineProperty(Node.prototype, Symbol.for('nodejs.util.inspect.custom'), {
      value(this: Node): string {
        return this.toString()
      },
    })
  }

  abstract readonly name: string
  abstract readonly nextFunctions: readonly (Node | null)[]
  abstract readonly variable: Tensor | null
  abstract readonly savedTensors: readonly (Tensor | null)[]
  /** Shape and dtype of the tensor made, and so of the gradient that comes in. */
  readonly shape: Shape
  readonly dtype: DType
  /** The place in the order of making. */
  readonly sequence: number
  /** Those of the tensor made, called with its gradient before anybody uses it. */
  tensorHooks: readonly RegisteredHook[] = NO_HOOKS
  /** Those of the node, called with the gradient before it goes on, after the others. */
  prehooks: readonly RegisteredHook[] = NO_HOOKS

  constructor(output: Tensor) {
    this.shape = output.shape
    this.dtype = output.dtype
    this.sequence = made++
  }

  /** As PyTorch prints it: `<PowBackward0 object>`. */
  toString(): string {
    return `<${this.name} object>`
  }

  registerPrehook(hook: TensorHook, ...none: []): RemovableHandle {
    takesHook([hook], none)
    return this.register('prehooks', hook)
  }

  registerTensorHook(hook: TensorHook): RemovableHandle {
    return this.register('tensorHooks', hook)
  }

  private register(list: 'tensorHooks' | 'prehooks', hook: TensorHook): RemovableHandle {
    const registered = { hook }
    this[list] = [...this[list], registered]
    return {
      remove: () => {
        this[list] = this[list].filter((other) => other !== registered)
      },
    }
  }
}

/** An op in the graph. */
export class OpNode extends Node {
  name: string
  readonly op: RecordedOp
  readonly context: Context<unknown>
  readonly nextFunctions: readonly (Node | null)[]
  readonly variable = null
  /** Where the op was called, noted while anomalies are looked for. */
  readonly madeAt: string | null = callSite()
  /** Where the gradient is kept, for a tensor that asked for it with `retainGrad`. */
  retainer: ((grad: Tensor) => void) | null = null

  constructor(op: RecordedOp, context: Context<unknown>, next: readonly (Node | null)[], output: Tensor) {
    super(output)
    this.name = context.nodeName
    this.op = op
    this.context = context
    this.nextFunctions = next
  }

  get savedTensors(): readonly (Tensor | null)[] {
    return [...this.context.saved]
  }
}

/** The end of a path: the gradient is added to the leaf's `grad`. */
export class AccumulateGrad extends Node {
  readonly name = 'AccumulateGrad'
  readonly nextFunctions: readonly (Node | null)[] = []
  readonly savedTensors: readonly (Tensor | null)[] = []
  /** The leaf. */
  readonly variable: Tensor

  constructor(variable: Tensor) {
    super(variable)
    this.variable = variable
  }
}
