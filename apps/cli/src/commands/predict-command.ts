import { Argument, type Command } from 'commander'
import { loadCheckpoint } from '../checkpoint/load-checkpoint'
import { drawPrediction } from '../terminal/draw-prediction'
import { terminalColumns } from '../terminal/terminal-columns'
import { loadMnist } from '../training/load-mnist'
import { predict } from '../training/predict'
import { useBackend } from '../training/use-backend'
import { wholeNumberIn } from './option-values'
import { backendOption, dataOption, type SharedFlags } from './shared-options'
import { UsageError } from './usage-error'

const examples = `
Example:
  $ nn predict model.safetensors 8`

/** Adds `nn predict`. */
export function addPredictCommand(program: Command): void {
  program
    .command('predict')
    .description('ask a saved network which digit a test image shows')
    .argument('<file>', 'what nn train --save wrote')
    .addArgument(new Argument('<image-index>', 'which test image, from 0').argParser(wholeNumberIn({ min: 0 })))
    .addOption(dataOption())
    .addOption(backendOption())
    .addHelpText('after', examples)
    .action(predictImage)
}

async function predictImage(file: string, index: number, { data, backend }: SharedFlags): Promise<void> {
  await useBackend(backend)
  const { model, normalization } = loadCheckpoint(file)
  const testset = await loadMnist({ train: false, normalization, data })
  if (index >= testset.length) {
    throw new UsageError(`image index ${index} is out of range: the test images are 0 to ${testset.length - 1}`)
  }
  console.log(drawPrediction(predict(model, testset, index), terminalColumns(process.stdout)))
}
