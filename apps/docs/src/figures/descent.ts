import { Adam, SGD } from '@nn/optim'
import { type Tensor, tensor } from '@nn/tensor'
import type { LossSurface } from './loss-surfaces'

export interface DescentSettings {
  readonly optimizer: 'SGD' | 'Adam'
  readonly learningRate: number
  /** Of SGD. */
  readonly momentum: number
}

/** Where the ball was after a step, and what it found there. */
export interface Position {
  readonly x: number
  readonly y: number
  readonly loss: number
}

/** Beyond this the loss only grows. */
const hopeless = 1e12
/** A ball that moves less in a step lies still. */
const stillness = 1e-5

/** A ball on a loss surface, which an optimizer moves. */
export class Descent {
  readonly path: Position[] = []
  private readonly surface: LossSurface
  private readonly x: Tensor
  private readonly y: Tensor
  private readonly optimizer: SGD | Adam

  constructor(surface: LossSurface, settings: DescentSettings, [x, y]: readonly [number, number]) {
    this.surface = surface
    this.x = tensor(x, { dtype: 'float64', requiresGrad: true })
    this.y = tensor(y, { dtype: 'float64', requiresGrad: true })
    this.optimizer = optimizerFor([this.x, this.y], settings)
    this.path.push({ x, y, loss: this.loss().item() })
  }

  /** One step of the optimizer. */
  step(): void {
    this.optimizer.zeroGrad()
    this.loss().backward()
    this.optimizer.step()
    this.path.push({ x: this.x.item(), y: this.y.item(), loss: this.loss().item() })
  }

  get here(): Position {
    return this.path.at(-1) as Position
  }

  get hasDiverged(): boolean {
    return !(this.here.loss < hopeless)
  }

  /** True once a step hardly moves the ball. */
  get isStill(): boolean {
    const before = this.path.at(-2)
    return before !== undefined && Math.hypot(this.here.x - before.x, this.here.y - before.y) < stillness
  }

  private loss(): Tensor {
    return this.surface.loss(this.x, this.y)
  }
}

function optimizerFor(params: Tensor[], { optimizer, learningRate: lr, momentum }: DescentSettings): SGD | Adam {
  return optimizer === 'Adam' ? new Adam(params, { lr }) : new SGD(params, { lr, momentum })
}
