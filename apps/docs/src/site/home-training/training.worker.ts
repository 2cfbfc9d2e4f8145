// Runs the program of the home page as it stands there, and measures the network while it is being trained.

import type { Tensor } from '@nn/tensor'
import source from '../../../examples/home/train.ts?raw'
import { errorText } from '../../runner/error-line'
import { libraryModules } from '../../runner/module-table'
import { runProgram } from '../../runner/run-program'
import type { TrainingMessage } from './messages'
import { TestSet } from './test-set'
import { type Model, watchedModules } from './watched-modules'

const STEPS_BETWEEN = 20
const SHOWN_DIGITS = 12
/** Of the packed files. */
const BYTES_IN_ALL = 11_243_332

interface WorkerScope {
  onmessage: ((event: MessageEvent<{ mnistUrl: string }>) => void) | null
  postMessage(message: TrainingMessage): void
}

const worker = globalThis as unknown as WorkerScope

worker.onmessage = async ({ data: { mnistUrl } }) => {
  try {
    await train(mnistUrl)
    worker.postMessage({ type: 'done' })
  } catch (error) {
    worker.postMessage({ type: 'error', message: errorText(error) })
  }
}

async function train(mnistUrl: string): Promise<void> {
  const testSet = await TestSet.load(mnistUrl)
  worker.postMessage({ type: 'digits', digits: testSet.digits(SHOWN_DIGITS) })
  const meter = new Meter(testSet)
  const arrived = new Map<string, number>()
  const modules = watchedModules(libraryModules, {
    mnistUrl,
    onModel: (model) => meter.watch(model),
    onLoss: (loss) => meter.addLoss(loss),
    onProgress: ({ file, loaded }) => {
      arrived.set(file, loaded)
      const sum = [...arrived.values()].reduce((total, bytes) => total + bytes, 0)
      worker.postMessage({ type: 'loading', loaded: sum, total: BYTES_IN_ALL })
    },
  })
  await runProgram(source, modules, (text) => worker.postMessage({ type: 'print', text }))
}

/** Measures the model after every few losses. */
class Meter {
  private model: Model | null = null
  private step = 0
  private losses: number[] = []
  private milliseconds = 0
  private since = 0

  constructor(private readonly testSet: TestSet) {}

  watch(model: Model): void {
    this.model = model
    this.since = performance.now()
  }

  addLoss(loss: Tensor): void {
    this.losses.push(loss.item())
    if (this.step % STEPS_BETWEEN === 0) this.measure()
    this.step++
  }

  private measure(): void {
    if (this.model === null) return
    this.milliseconds += performance.now() - this.since
    const { accuracy, predictions } = this.testSet.evaluate(this.model, SHOWN_DIGITS)
    const loss = this.losses.reduce((sum, value) => sum + value, 0) / this.losses.length
    const seconds = this.milliseconds / 1000
    worker.postMessage({ type: 'measurement', step: this.step, loss, accuracy, predictions, seconds })
    this.losses = []
    this.since = performance.now()
  }
}
