import type { CurvePoint } from './history'

/** Points in an epoch. */
const POINTS_PER_EPOCH = 25

/** Turns the losses of steps into a curve with fewer points, each the mean of as many steps. */
export class LossCurve {
  private readonly stepsPerPoint: number
  private readonly stepsPerEpoch: number
  private readonly epochsBefore: number
  private steps = 0
  private sum = 0
  private summed = 0
  private readonly points: CurvePoint[] = []

  /**
   * @param stepsPerEpoch how many losses make an epoch
   * @param epochsBefore epochs that were done before the first of these losses
   */
  constructor(stepsPerEpoch: number, epochsBefore: number) {
    this.stepsPerEpoch = stepsPerEpoch
    this.stepsPerPoint = Math.max(1, Math.round(stepsPerEpoch / POINTS_PER_EPOCH))
    this.epochsBefore = epochsBefore
  }

  add(loss: number): void {
    this.steps++
    this.sum += loss
    this.summed++
    if (this.summed < this.stepsPerPoint && this.steps < this.stepsPerEpoch) return
    this.points.push({ epoch: this.epochsBefore + this.steps / this.stepsPerEpoch, loss: this.sum / this.summed })
    this.sum = 0
    this.summed = 0
  }

  /** The points that are new since this was asked last. */
  take(): CurvePoint[] {
    return this.points.splice(0)
  }
}
