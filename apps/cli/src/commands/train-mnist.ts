import type { MNIST } from '@nn/data'
import { WholeFile } from '@nn/files'
import type { Layer } from '@nn/nn'
import { getBackend } from '@nn/tensor'
import {
  describeArchitecture,
  describeOptimizer,
  evaluate,
  prepareTraining,
  type Training,
  type TrainingSettings,
  trainEpoch,
  tutorialNormalization,
} from '@nn/trainer'
import { saveCheckpoint } from '../checkpoint/save-checkpoint'
import { drawPrediction } from '../terminal/draw-prediction'
import { formatCount, formatPercent } from '../terminal/format'
import { printable } from '../terminal/printable'
import { ProgressReporter } from '../terminal/progress-reporter'
import { terminalColumns } from '../terminal/terminal-columns'
import { describeFacts, epochHeading, epochRow } from '../terminal/training-report'
import { loadMnist } from '../training/load-mnist'
import { predict } from '../training/predict'
import { type BackendName, useBackend } from '../training/use-backend'

/** All that a training run depends on. */
export interface TrainSettings extends TrainingSettings {
  readonly epochs: number
  readonly backend: BackendName
  readonly data: string | undefined
  readonly save: string | undefined
}

/** Trains a network on MNIST and tells how it goes: `nn train mnist`. */
export async function trainMnist(settings: TrainSettings): Promise<void> {
  // Before anything else: a place that cannot be written to must not show after hours of training.
  const file = settings.save === undefined ? undefined : await WholeFile.open(settings.save)
  try {
    await trainAndSave(settings, file)
  } finally {
    await file?.discard()
  }
}

async function trainAndSave(settings: TrainSettings, file: WholeFile | undefined): Promise<void> {
  const { epochs, batchSize, architecture, optimizer, seed, data } = settings
  await useBackend(settings.backend)
  const normalization = tutorialNormalization
  const trainset = await loadMnist({ train: true, normalization, data })
  const testset = await loadMnist({ train: false, normalization, data })

  const training = prepareTraining({ architecture, optimizer, batchSize, seed }, trainset)
  const { model, trainloader } = training

  console.log(
    describeFacts(
      {
        model: `${describeArchitecture(architecture)} (${formatCount(parameterCount(model))} parameters)`,
        data: `MNIST, ${formatCount(trainset.length)} images to train on, ${formatCount(testset.length)} to test with`,
        loss: 'NLLLoss',
        optimizer: describeOptimizer(optimizer),
        epochs: `${epochs} × ${formatCount(trainloader.length)} batches of ${batchSize} images`,
        seed: String(seed),
        backend: getBackend().name,
      },
      terminalColumns(process.stdout),
    ),
  )
  await trainEpochs(training, testset, settings)
  if (file !== undefined) await saveCheckpoint(file, { model, architecture, normalization })
  showResult(model, testset)
  if (file !== undefined) console.log(`\nsaved as ${printable(file.path)}`)
}

/** Trains, with a progress bar, and prints a line an epoch. */
async function trainEpochs(training: Training, testset: MNIST, { epochs, batchSize }: TrainSettings): Promise<void> {
  const imagesPerEpoch = training.trainloader.dataset.length
  const columns = terminalColumns(process.stdout)
  const progress = new ProgressReporter(process.stderr, { epochs, imagesPerEpoch })
  console.log(`\n${epochHeading(columns)}`)
  try {
    for (let epoch = 1; epoch <= epochs; epoch++) {
      progress.startEpoch(epoch)
      const start = performance.now()
      const trainingLoss = await trainEpoch(training, ({ number, meanLoss }) => {
        checkLoss(meanLoss, `at epoch ${epoch}, step ${number}`)
        return progress.update(Math.min(number * batchSize, imagesPerEpoch), meanLoss)
      })
      const seconds = (performance.now() - start) / 1000
      const test = evaluate(training.model, testset)
      checkLoss(test.loss, `on the test images after epoch ${epoch}`)
      progress.clear()
      console.log(epochRow({ epoch, epochs, trainingLoss, test, seconds }, columns))
    }
  } finally {
    progress.clear()
  }
}

function parameterCount(model: Layer): number {
  return model.parameters().reduce((total, parameter) => total + parameter.numel(), 0)
}

/** A network that only guesses has 2.3: what has come this far does not come back. */
const HOPELESS_LOSS = 1e6

/** @throws Error when training has diverged: a network that knows nothing must not end as if it were trained, nor be saved. */
function checkLoss(loss: number, where: string): void {
  if (loss < HOPELESS_LOSS) return
  const value = Number.isFinite(loss) ? loss.toExponential(1) : String(loss)
  throw new Error(`training stops: the loss became ${value} ${where}; a lower --lr may help`)
}

/** Prints the accuracy on the test images and two of them: the first, and the first that the network gets wrong. */
function showResult(model: Layer, testset: MNIST): void {
  const { accuracy, mistakes } = evaluate(model, testset)
  console.log(`\ntest accuracy ${formatPercent(accuracy, 2)}`)
  for (const index of new Set([0, ...mistakes.slice(0, 1)])) {
    console.log(`\n${drawPrediction(predict(model, testset, index), terminalColumns(process.stdout))}`)
  }
}
