import type { DataProgress } from '../session/digits'
import type { FirstLayer } from '../session/first-layer'
import type { EpochResult } from '../session/history'
import type { Insight } from '../session/insight'
import type { Outcome, Progress } from '../session/training-session'
import type { Settings } from '../settings/settings'

/** What computes. */
export interface Engine {
  readonly backend: string
  /** Whether several threads may, which takes a page that is cross-origin isolated. */
  readonly threads: boolean
}

/** A test image. */
export interface TestImage {
  readonly index: number
  readonly label: number
  /** 28 × 28 bytes, row by row. */
  readonly pixels: Uint8Array
}

/** What a file says about the network in it. */
export type FileSettings = Pick<Settings, 'hidden' | 'activation' | 'dropout'>

/** What the page can ask of the worker. */
export interface PlaygroundApi {
  /** Makes the fresh network of these settings, in place of the one there was. */
  create(settings: Settings): Promise<FirstLayer>
  /**
   * What a file says about the network in it.
   *
   * @throws Error saying what is wrong with the file.
   */
  inspect(file: Uint8Array): Promise<FileSettings>
  /**
   * Puts the network of a file in place of the one there was.
   *
   * @param settings by which it is trained on
   * @param epochs for which it was trained
   */
  open(file: Uint8Array, settings: Settings, epochs: number): Promise<FirstLayer>
  /** The network as a safetensors file. */
  save(): Promise<Uint8Array<ArrayBuffer>>
  /** Trains the network; loads the images first if need be. Resolves when the training has ended. */
  train(epochs: number): Promise<Outcome>
  pause(): Promise<void>
  resume(): Promise<void>
  /** Finds out how the network does, and tells it as of an epoch; loads the images first if need be. */
  test(): Promise<void>
  /** The probability of each digit. */
  classify(pixels: Uint8Array): Promise<number[]>
  /** Any of the test images. */
  pickTestImage(): Promise<TestImage>
}

/** What the worker tells by itself. */
export type PlaygroundEvent =
  | { readonly type: 'engine'; readonly engine: Engine }
  | { readonly type: 'data'; readonly progress: DataProgress }
  | { readonly type: 'progress'; readonly progress: Progress; readonly firstLayer: FirstLayer }
  | { readonly type: 'epoch'; readonly result: EpochResult; readonly insight: Insight; readonly file: Uint8Array }
  | { readonly type: 'paused'; readonly file: Uint8Array }
