import { DataLoader, type MNIST } from '@nn/data'
import { NLLLoss, type Sequential } from '@nn/nn'
import { getBackend, manualSeed } from '@nn/tensor'
import { saveCheckpoint } from '../checkpoint/checkpoint'
import { checkWritable } from '../checkpoint/write-whole-file'
import { drawPrediction } from '../terminal/draw-prediction'
import { formatCount, formatPercent } from '../terminal/format'
import { onInterrupt } from '../terminal/on-interrupt'
import { ProgressReporter } from '../terminal/progress-reporter'
import { describeFacts, epochHeading, epochRow } from '../terminal/training-report'
import { type Architecture, buildModel, describeArchitecture } from '../training/build-model'
import { buildOptimizer, describeOptimizer, type OptimizerSettings } from '../training/build-optimizer'
import { evaluate } from '../training/evaluate'
import { loadMnist, tutorialNormalization } from '../training/load-mnist'
import { predict } from '../training/predict'
import { type Training, trainEpoch } from '../training/train-epoch'
import { type BackendName, useBackend } from '../training/use-backend'

/** All that a training run depends on. */
export interface TrainSettings {
  readonly epochs: number
  readonly batchSize: number
  readonly architecture: Architecture
  readonly optimizer: OptimizerSettings
  readonly seed: number
  readonly backend: BackendName
  readonly data: string | undefined
  readonly save: string | undefined
}

/** Trains a network on MNIST and tells how it goes: `nn train mnist`. */
export async function trainMnist(settings: TrainSettings): Promise<void> {
  const { epochs, batchSize, architecture, seed, data, save } = settings
  if (save !== undefined) checkWritable(save)
  await useBackend(settings.backend)
  const normalization = tutorialNormalization
  const trainset = await loadMnist({ train: true, normalization, data })
  const testset = await loadMnist({ train: false, normalization, data })

  // In the tutorials' order, so that the random numbers fall on the same things.
  manualSeed(seed)
  const trainloader = new DataLoader(trainset, { batchSize, shuffle: true })
  const model = buildModel(architecture)
  const criterion = new NLLLoss()
  const optimizer = buildOptimizer(model.parameters(), settings.optimizer)

  console.log(
    describeFacts({
      model: `${describeArchitecture(architecture)} (${formatCount(parameterCount(model))} parameters)`,
      data: `MNIST, ${formatCount(trainset.length)} images to train on, ${formatCount(testset.length)} to test with`,
      loss: 'NLLLoss',
      optimizer: describeOptimizer(settings.optimizer),
      epochs: `${epochs} × ${formatCount(trainloader.length)} batches of ${batchSize} images`,
      seed: String(seed),
      backend: getBackend().name,
    }),
  )
  await trainEpochs({ model, criterion, optimizer, trainloader }, testset, settings)
  if (save !== undefined) saveCheckpoint(save, { model, architecture, normalization })
  showResult(model, testset)
  if (save !== undefined) console.log(`\nsaved as ${save}`)
}

/** Trains, with a progress bar, and prints a line an epoch. */
async function trainEpochs(training: Training, testset: MNIST, { epochs, batchSize }: TrainSettings): Promise<void> {
  const imagesPerEpoch = training.trainloader.dataset.length
  const progress = new ProgressReporter(process.stderr, { epochs, imagesPerEpoch })
  const stopListening = onInterrupt(() => progress.clear())
  console.log(`\n${epochHeading()}`)
  try {
    for (let epoch = 1; epoch <= epochs; epoch++) {
      progress.startEpoch(epoch)
      const start = performance.now()
      const trainingLoss = await trainEpoch(training, (step, loss) => {
        if (!Number.isFinite(loss)) throw new Error(divergence(loss, epoch, step))
        return progress.update(Math.min(step * batchSize, imagesPerEpoch), loss)
      })
      const seconds = (performance.now() - start) / 1000
      const test = evaluate(training.model, testset)
      progress.clear()
      console.log(epochRow({ epoch, epochs, trainingLoss, test, seconds }))
    }
  } finally {
    progress.clear()
    stopListening()
  }
}

function parameterCount(model: Sequential): number {
  return model.parameters().reduce((total, parameter) => total + parameter.numel(), 0)
}

function divergence(loss: number, epoch: number, step: number): string {
  return `training stops: the loss became ${loss} at epoch ${epoch}, step ${step}; a lower --lr may help`
}

/** Prints the accuracy on the test images and two of them: the first, and the first that the network gets wrong. */
function showResult(model: Sequential, testset: MNIST): void {
  const { accuracy, mistakes } = evaluate(model, testset)
  console.log(`\ntest accuracy ${formatPercent(accuracy, 2)}`)
  for (const index of new Set([0, ...mistakes.slice(0, 1)])) {
    console.log(`\n${drawPrediction(predict(model, testset, index))}`)
  }
}
