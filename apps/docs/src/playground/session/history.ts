/** The mean loss of a few training steps. */
export interface CurvePoint {
  /** Epochs done when the last of the steps was: 1.25 is a quarter into the second. */
  readonly epoch: number
  readonly loss: number
}

/** How a network does on a set of images. */
interface Score {
  readonly loss: number
  /** Share of the images that get the right class. */
  readonly accuracy: number
}

/** What an epoch came to. */
export interface EpochResult {
  /** From 1; 0 is the network as it was made. */
  readonly epoch: number
  /** Mean of the batches' losses, as `nn train` prints it; null before the first epoch. */
  readonly trainingLoss: number | null
  /** On the first images of the training set, after the epoch and without dropout. */
  readonly train: Score
  /** On the test images. */
  readonly validation: Score
  /** Time that the training took. */
  readonly seconds: number
}

/** The course of a training so far. */
export interface History {
  /** Epochs done, with a fraction in the midst of one. */
  readonly trained: number
  readonly curve: readonly CurvePoint[]
  readonly epochs: readonly EpochResult[]
}

export const emptyHistory: History = { trained: 0, curve: [], epochs: [] }

/** With more of the epoch under way. */
export function withPoints(history: History, trained: number, points: readonly CurvePoint[]): History {
  return { ...history, trained, curve: [...history.curve, ...points] }
}

/** With an epoch that has ended. */
export function withEpoch(history: History, result: EpochResult): History {
  const earlier = history.epochs.filter(({ epoch }) => epoch < result.epoch)
  return { ...history, trained: result.epoch, epochs: [...earlier, result] }
}

/** Without the beginning of an epoch that did not get to its end. */
export function wholeEpochs({ trained, curve, epochs }: History): History {
  const whole = Math.floor(trained)
  return { trained: whole, curve: curve.filter(({ epoch }) => epoch <= whole), epochs }
}
