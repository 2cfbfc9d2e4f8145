import type { Context, DType, GraphNode, RecordedOp, RemovableHandle, Shape, Tensor } from '@nn/tensor'
import { callSite } from './anomaly'

/** What is called with a gradient on its way; what it returns takes the gradient's place. */
export type TensorHook = (grad: Tensor) => Tensor | undefined

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
  abstract readonly savedTensors: readonly Tensor[]
  /** Shape and dtype of the tensor made, and so of the gradient that comes in. */
  readonly shape: Shape
  readonly dtype: DType
  /** The place in the order of making. */
  readonly sequence: number
  /** Called with the gradient of the tensor made, before it is used. */
  hooks: TensorHook[] = []

  constructor(output: Tensor) {
    this.shape = output.shape
    this.dtype = output.dtype
    this.sequence = made++
  }

  /** As PyTorch prints it: `<PowBackward0 object>`. */
  toString(): string {
    return `<${this.name} object>`
  }

  registerPrehook(hook: TensorHook): RemovableHandle {
    this.hooks.push(hook)
    return {
      remove: () => {
        this.hooks = this.hooks.filter((other) => other !== hook)
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

  get savedTensors(): readonly Tensor[] {
    return this.context.saved.filter((x) => x !== null)
  }
}

/** The end of a path: the gradient is added to the leaf's `grad`. */
export class AccumulateGrad extends Node {
  readonly name = 'AccumulateGrad'
  readonly nextFunctions: readonly (Node | null)[] = []
  readonly savedTensors: readonly Tensor[] = []
  /** The leaf. */
  readonly variable: Tensor

  constructor(variable: Tensor) {
    super(variable)
    this.variable = variable
  }
}
