import { describeArchitecture, evaluate } from '@nn/trainer'
import type { Command } from 'commander'
import { loadCheckpoint } from '../checkpoint/load-checkpoint'
import { formatCount, formatPercent } from '../terminal/format'
import { terminalColumns } from '../terminal/terminal-columns'
import { describeFacts } from '../terminal/training-report'
import { loadMnist } from '../training/load-mnist'
import { useBackend } from '../training/use-backend'
import { backendOption, dataOption, type SharedFlags } from './shared-options'

const examples = `
Example:
  $ nn eval model.safetensors`

/** Adds `nn eval`. */
export function addEvalCommand(program: Command): void {
  program
    .command('eval')
    .description('test a saved network on the test images')
    .argument('<file>', 'what nn train --save wrote')
    .addOption(dataOption())
    .addOption(backendOption())
    .addHelpText('after', examples)
    .action(evaluateFile)
}

async function evaluateFile(file: string, { data, backend }: SharedFlags): Promise<void> {
  await useBackend(backend)
  const { model, architecture, normalization } = loadCheckpoint(file)
  const testset = await loadMnist({ train: false, normalization, data })
  const { loss, accuracy, mistakes } = evaluate(model, testset)
  console.log(
    describeFacts(
      {
        model: describeArchitecture(architecture),
        data: `MNIST, ${formatCount(testset.length)} test images`,
        'test loss': loss.toFixed(8),
        'test accuracy': `${formatPercent(accuracy, 2)} (${formatCount(mistakes.length)} mistakes)`,
      },
      terminalColumns(process.stdout),
    ),
  )
}
