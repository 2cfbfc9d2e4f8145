import { Subset } from '@nn/data'
import type { Sequential, StateDict } from '@nn/nn'
import { type Evaluation, evaluate, prepareTraining, type Step, type Training, trainEpoch } from '@nn/trainer'
import type { Divergence } from '../settings/explain-divergence'
import type { Settings } from '../settings/settings'
import { trainingSettings } from '../settings/training-settings'
import type { Digits } from './digits'
import type { CurvePoint, EpochResult } from './history'
import { LossCurve } from './loss-curve'
import { PauseSwitch } from './pause-switch'
import { Stopwatch } from './stopwatch'

/** How far an epoch is. */
export interface Progress {
  /** The epoch under way, from 1. */
  readonly epoch: number
  readonly step: number
  readonly steps: number
  /** Mean loss of the epoch so far. */
  readonly meanLoss: number
  readonly imagesPerSecond: number
  /** The points of the loss curve that are new since the last report. */
  readonly points: readonly CurvePoint[]
}

/** Whom a session tells how it goes. */
export interface TrainingListener {
  /** Several times a second, and at the end of each epoch. */
  progress(progress: Progress): void
  /** After each epoch, and once before the first. */
  epoch(result: EpochResult, validation: Evaluation): void
  /** A pause that was asked for begins. */
  paused(): void
}

/** How a training ended. */
export type Outcome =
  | { readonly kind: 'finished' }
  | { readonly kind: 'stopped' }
  | ({ readonly kind: 'diverged' } & Divergence)

/** Weights to begin with, and how long they were trained. */
export interface Start {
  readonly weights: StateDict
  readonly epochs: number
}

/** Leaves an epoch before its end. */
class Interruption extends Error {
  readonly outcome: Outcome

  constructor(outcome: Outcome) {
    super(outcome.kind)
    this.outcome = outcome
  }
}

/** A turn of the event loop this often lets messages through. */
const TURN_MS = 80

/** No network that learns has such a loss: guessing costs 2.3. NaN is no smaller either. */
const RUNAWAY_LOSS = 10_000

/** So many training images tell how well the network does on what it was trained on. */
const SCORED_TRAINING_IMAGES = 10_000

/**
 * A network in training. Its numbers are those of `nn train` with the same settings on the same data: looking at the
 * network in between, pausing and going on change none of them.
 */
export class TrainingSession {
  private readonly training: Training
  private readonly testset: Digits['testset']
  private readonly scoredTrainset: Subset<ReturnType<Digits['trainset']['get']>>
  private readonly batchSize: number
  private readonly pauses = new PauseSwitch()
  private epochs: number
  private isStopped = false
  /** When the event loop is to turn again. It outlasts an epoch, which may be shorter than the time between two turns. */
  private turnAt = 0

  /** @param start in place of fresh weights */
  constructor(settings: Settings, { trainset, testset }: Digits, start: Start | null = null) {
    this.training = prepareTraining(trainingSettings(settings), trainset)
    if (start !== null) this.training.model.loadStateDict(start.weights)
    this.epochs = start?.epochs ?? 0
    this.batchSize = settings.batchSize
    this.testset = testset
    const count = Math.min(SCORED_TRAINING_IMAGES, trainset.length)
    this.scoredTrainset = new Subset(trainset, [...Array(count).keys()])
  }

  get model(): Sequential {
    return this.training.model
  }

  /** Trains for so many epochs more. A session that diverged or was stopped cannot go on. */
  async train(epochs: number, listener: TrainingListener): Promise<Outcome> {
    this.pauses.turnOff()
    try {
      if (this.epochs === 0) this.test(listener)
      for (let i = 0; i < epochs; i++) await this.trainEpoch(listener)
      return { kind: 'finished' }
    } catch (error) {
      if (error instanceof Interruption) return error.outcome
      throw error
    }
  }

  /** Tells how the network does as it is. */
  test(listener: Pick<TrainingListener, 'epoch'>): void {
    this.score(null, 0, listener)
  }

  /** Asks for a pause; `listener.paused` tells when it begins. */
  pause(): void {
    this.pauses.turnOn()
  }

  resume(): void {
    this.pauses.turnOff()
  }

  /** Ends the training in the midst of an epoch. */
  stop(): void {
    this.isStopped = true
    this.pauses.turnOff()
  }

  private async trainEpoch(listener: TrainingListener): Promise<void> {
    const epoch = this.epochs + 1
    const { trainloader } = this.training
    const curve = new LossCurve(trainloader.length, this.epochs)
    const watch = new Stopwatch()

    const report = ({ number: step, meanLoss }: Step): void => {
      const images = Math.min(step * this.batchSize, trainloader.dataset.length)
      const imagesPerSecond = images / watch.seconds
      listener.progress({ epoch, step, steps: trainloader.length, meanLoss, imagesPerSecond, points: curve.take() })
    }
    const takeTurn = async (step: Step): Promise<void> => {
      watch.stop()
      report(step)
      await nextTurn()
      if (this.pauses.isOn) {
        listener.paused()
        await this.pauses.off()
      }
      if (this.isStopped) throw new Interruption({ kind: 'stopped' })
      this.turnAt = performance.now() + TURN_MS
      watch.start()
    }

    watch.start()
    const trainingLoss = await trainEpoch(this.training, (step) => {
      if (!(step.loss < RUNAWAY_LOSS)) {
        throw new Interruption({ kind: 'diverged', loss: step.loss, epoch, step: step.number })
      }
      curve.add(step.loss)
      if (step.number === trainloader.length) {
        watch.stop()
        report(step)
      }
      return performance.now() < this.turnAt && !this.pauses.isOn ? undefined : takeTurn(step)
    })
    watch.stop()
    this.epochs = epoch
    this.score(trainingLoss, watch.seconds, listener)
  }

  /** Evaluates the network as it is now. This draws none of the random numbers that training goes by. */
  private score(trainingLoss: number | null, seconds: number, listener: Pick<TrainingListener, 'epoch'>): void {
    const train = evaluate(this.model, this.scoredTrainset)
    const validation = evaluate(this.model, this.testset)
    const result = {
      epoch: this.epochs,
      trainingLoss,
      train: { loss: train.loss, accuracy: train.accuracy },
      validation: { loss: validation.loss, accuracy: validation.accuracy },
      seconds,
    }
    listener.epoch(result, validation)
  }
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve))
}
