import { noGrad } from '@nn/autograd'
import { Dropout, Linear, MSELoss, Sequential, Tanh } from '@nn/nn'
import { Adam } from '@nn/optim'
import { linspace, manualSeed, rand, randn, scope, sin, type Tensor } from '@nn/tensor'

export interface Regularization {
  /** The share of hidden values that dropout sets to zero. */
  readonly dropout: number
  /** How much every weight shrinks: L2 regularization. */
  readonly weightDecay: number
}

export interface Point {
  readonly x: number
  readonly y: number
}

/** A network that learns 24 noisy points of a sine and is validated with the sine itself. */
export class OverfittingRun {
  /** What it learns from. */
  readonly points: readonly Point[]
  /** Losses by step. */
  readonly train: number[] = []
  readonly validation: number[] = []
  /** The network's output over the range of the points. */
  curve: readonly Point[] = []
  /** The step of the lowest validation loss, counted from 1, and the curve that it had then. */
  best: { readonly step: number; readonly curve: readonly Point[] } = { step: 0, curve: [] }
  private readonly x: Tensor
  private readonly y: Tensor
  private readonly validationX: Tensor = linspace(-3, 3, 61).view(-1, 1)
  private readonly validationY: Tensor = sin(this.validationX)
  private readonly model: Sequential
  private readonly optimizer: Adam
  private readonly criterion: MSELoss = new MSELoss()

  constructor({ dropout, weightDecay }: Regularization) {
    manualSeed(1)
    this.x = rand([24, 1]).mul(6).sub(3)
    this.y = sin(this.x).add(randn([24, 1]).mul(0.3))
    this.points = pointsOf(this.x, this.y)
    manualSeed(0)
    this.model = new Sequential(
      new Linear(1, 64),
      new Tanh(),
      new Linear(64, 64),
      new Tanh(),
      new Dropout(dropout),
      new Linear(64, 1),
    )
    this.optimizer = new Adam(this.model.parameters(), { lr: 0.01, weightDecay })
    this.curve = this.validate().curve
  }

  /** One step of training with all points, and a look at the validation loss. */
  step(): void {
    this.model.train()
    scope(() => {
      this.optimizer.zeroGrad()
      const loss = this.criterion.forward(this.model.forward(this.x), this.y)
      loss.backward()
      this.optimizer.step()
      this.train.push(loss.item())
    })
    const { loss, curve } = this.validate()
    if (this.validation.every((before) => loss < before)) this.best = { step: this.train.length, curve }
    this.validation.push(loss)
    this.curve = curve
  }

  private validate(): { loss: number; curve: readonly Point[] } {
    this.model.eval()
    return noGrad(() => {
      const output = this.model.forward(this.validationX)
      const loss = this.criterion.forward(output, this.validationY).item()
      return { loss, curve: pointsOf(this.validationX, output) }
    })
  }
}

function pointsOf(x: Tensor, y: Tensor): readonly Point[] {
  const heights = y.toTypedArray()
  return Array.from(x.toTypedArray(), (place, i) => ({ x: place, y: heights[i] as number }))
}
