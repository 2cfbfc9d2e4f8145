/** What the worker of the home page tells, in order. */
export type TrainingMessage =
  | { readonly type: 'loading'; readonly loaded: number; readonly total: number }
  | { readonly type: 'digits'; readonly digits: readonly Digit[] }
  | Measurement
  | { readonly type: 'print'; readonly text: string }
  | { readonly type: 'done' }
  | { readonly type: 'error'; readonly message: string }

/** An image of the test set that the page shows. */
export interface Digit {
  /** 28 × 28 grey values from 0 to 255. */
  readonly pixels: Uint8ClampedArray
  readonly label: number
}

/** How training goes. */
export interface Measurement {
  readonly type: 'measurement'
  /** Optimizer steps until now. */
  readonly step: number
  /** Mean training loss since the measurement before. */
  readonly loss: number
  /** The part of the test images that the network gets right. */
  readonly accuracy: number
  /** What it takes each of the shown digits for. */
  readonly predictions: readonly number[]
  /** Since the first step, without the measurements themselves. */
  readonly seconds: number
}

/** Batches of 64 in 60,000 images. */
export const STEPS_PER_EPOCH = 938
export const EPOCHS = 5
export const BATCH_SIZE = 64
