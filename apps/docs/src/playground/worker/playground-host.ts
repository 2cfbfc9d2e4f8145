import type { SourceOptions } from '@nn/data'
import { manualSeed } from '@nn/tensor'
import { buildModel, type Checkpoint, parseCheckpoint, serializeCheckpoint, tutorialNormalization } from '@nn/trainer'
import { classify } from '../session/classify'
import { type Digits, loadDigits } from '../session/digits'
import { type FirstLayer, firstLayerOf } from '../session/first-layer'
import { gainInsight, pixelsOf } from '../session/insight'
import { type Outcome, type TrainingListener, TrainingSession } from '../session/training-session'
import type { Settings } from '../settings/settings'
import type { FileSettings, PlaygroundApi, PlaygroundEvent, TestImage } from './api'

/** The network that all questions are about, and what became of it so far. */
interface Current {
  checkpoint: Checkpoint
  readonly settings: Settings
  /** Epochs it was trained for before it came here. */
  readonly epochs: number
  session: TrainingSession | null
}

/** Answers the page's questions and keeps one network. It runs in a worker, and in tests without one. */
export class PlaygroundHost implements PlaygroundApi {
  private readonly source: SourceOptions
  private readonly emit: (event: PlaygroundEvent) => void
  private digits: Promise<Digits> | null = null
  private current: Current | null = null

  /**
   * @param source where MNIST comes from
   * @param emit told what the page is to know
   */
  constructor(source: SourceOptions, emit: (event: PlaygroundEvent) => void) {
    this.source = source
    this.emit = emit
  }

  async create(settings: Settings): Promise<FirstLayer> {
    const { hidden, activation, dropout, seed } = settings
    const architecture = { hidden, activation, dropout }
    this.dismiss()
    // The first numbers that training with this seed draws are the weights, so these are the ones it begins with.
    manualSeed(seed)
    const model = buildModel(architecture)
    const checkpoint = { model, architecture, normalization: tutorialNormalization }
    this.current = { checkpoint, settings, epochs: 0, session: null }
    return firstLayerOf(model)
  }

  async inspect(file: Uint8Array): Promise<FileSettings> {
    return readNetwork(file).architecture
  }

  async open(file: Uint8Array, settings: Settings, epochs: number): Promise<FirstLayer> {
    const checkpoint = readNetwork(file)
    this.dismiss()
    this.current = { checkpoint, settings, epochs, session: null }
    return firstLayerOf(checkpoint.model)
  }

  async save(): Promise<Uint8Array<ArrayBuffer>> {
    return serializeCheckpoint(this.network().checkpoint)
  }

  async train(epochs: number): Promise<Outcome> {
    const current = this.network()
    const digits = await this.loadDigits()
    if (this.current !== current) return { kind: 'stopped' }
    return this.session(current, digits).train(epochs, this.listener(current, digits))
  }

  async pause(): Promise<void> {
    this.current?.session?.pause()
  }

  async resume(): Promise<void> {
    this.current?.session?.resume()
  }

  async test(): Promise<void> {
    const current = this.network()
    const digits = await this.loadDigits()
    if (this.current === current) this.session(current, digits).test(this.listener(current, digits))
  }

  async classify(pixels: Uint8Array): Promise<number[]> {
    return classify(this.network().checkpoint, pixels)
  }

  async pickTestImage(): Promise<TestImage> {
    const { testset } = await this.loadDigits()
    // Not from the library's random numbers: those belong to training.
    const index = Math.floor(Math.random() * testset.length)
    return { index, label: testset.targets.at(index).item(), pixels: pixelsOf(testset, index) }
  }

  /** The network's training, begun with the weights that it has. */
  private session(current: Current, digits: Digits): TrainingSession {
    const { checkpoint, settings, epochs } = current
    if (current.session !== null) return current.session
    const session = new TrainingSession(settings, digits, { weights: checkpoint.model.stateDict(), epochs })
    current.session = session
    current.checkpoint = { ...checkpoint, model: session.model }
    return session
  }

  private listener(current: Current, { testset }: Digits): TrainingListener {
    const file = (): Uint8Array => serializeCheckpoint(current.checkpoint)
    return {
      progress: (progress) => {
        this.emit({ type: 'progress', progress, firstLayer: firstLayerOf(current.checkpoint.model) })
      },
      epoch: (result, validation) => {
        const insight = gainInsight(current.checkpoint.model, testset, validation)
        this.emit({ type: 'epoch', result, insight, file: file() })
      },
      paused: () => this.emit({ type: 'paused', file: file() }),
    }
  }

  private network(): Current {
    if (this.current === null) throw new Error('there is no network yet')
    return this.current
  }

  private dismiss(): void {
    this.current?.session?.stop()
    this.current = null
  }

  /** Loads the images once; after a failure the next attempt begins anew. */
  private loadDigits(): Promise<Digits> {
    this.digits ??= loadDigits(this.source, (progress) => this.emit({ type: 'data', progress })).catch((error) => {
      this.digits = null
      throw error
    })
    return this.digits
  }
}

/** The network in a file, which must look at pixels as those here are. */
function readNetwork(file: Uint8Array): Checkpoint {
  const checkpoint = parseCheckpoint(file)
  const [theirs, ours] = [checkpoint.normalization, tutorialNormalization]
  if (theirs.mean !== ours.mean || theirs.std !== ours.std) {
    throw new Error(
      `the network expects pixels normalised with mean ${theirs.mean} and standard deviation ${theirs.std}, here they are ${ours.mean} and ${ours.std}`,
    )
  }
  return checkpoint
}
