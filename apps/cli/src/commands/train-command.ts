import { type ActivationName, activationNames, type OptimizerSettings, optimizerNames } from '@nn/trainer'
import { Argument, type Command, Option } from 'commander'
import type { BackendName } from '../training/use-backend'
import { numberIn, sizes, wholeNumberIn } from './option-values'
import { backendOption, dataOption } from './shared-options'
import { trainMnist } from './train-mnist'
import { UsageError } from './usage-error'

interface Flags {
  epochs: number
  batchSize: number
  lr?: number
  optimizer: OptimizerSettings['name']
  momentum?: number
  weightDecay?: number
  hidden: number[]
  activation: ActivationName
  dropout: number
  seed: number
  backend: BackendName
  data?: string
  save?: string
}

const examples = `
Examples:
  $ nn train mnist
  $ nn train mnist --optimizer adam --hidden 256,128 --dropout 0.2 --epochs 10
  $ nn train mnist --momentum 0.9 --lr 0.01 --save model.safetensors

The defaults are those of PyTorch's tutorials, and from the same seed so are the losses.`

/** Adds `nn train`. */
export function addTrainCommand(program: Command): void {
  program
    .command('train')
    .description('train a network and show how well it does')
    .addArgument(new Argument('<dataset>', 'what to learn').choices(['mnist']))
    .addOption(wholeNumber('--epochs <n>', 'times to go through the training images', 1).default(5))
    .addOption(wholeNumber('--batch-size <n>', 'images a training step', 1).default(64))
    .addOption(new Option('--optimizer <name>', 'who takes the steps').choices(optimizerNames).default('sgd'))
    .addOption(number('--lr <x>', 'learning rate (default: 0.003 for sgd, 0.001 for adam and adamw)'))
    .addOption(number('--momentum <x>', 'momentum, for sgd only (default: 0)'))
    .addOption(number('--weight-decay <x>', 'weight decay (default: 0, for adamw 0.01)'))
    .addOption(
      new Option('--hidden <sizes>', 'sizes of the hidden layers, or none')
        .argParser(sizes)
        .default([128, 64], '128,64'),
    )
    .addOption(
      new Option('--activation <name>', 'what comes after each hidden layer').choices(activationNames).default('relu'),
    )
    .addOption(number('--dropout <p>', 'probability to leave a hidden unit out of a step', 1).default(0))
    .addOption(wholeNumber('--seed <n>', 'seed of all random numbers').default(0))
    .addOption(backendOption())
    .addOption(dataOption())
    .option('--save <file>', 'where to write the trained network, as a safetensors file')
    .addHelpText('after', examples)
    .action((_dataset: string, flags: Flags) => {
      const { epochs, batchSize, hidden, activation, dropout, seed, backend, data, save } = flags
      return trainMnist({
        epochs,
        batchSize,
        architecture: { hidden, activation, dropout },
        optimizer: optimizerSettings(flags),
        seed,
        backend,
        data,
        save,
      })
    })
}

function optimizerSettings({ optimizer: name, lr, momentum, weightDecay }: Flags): OptimizerSettings {
  if (momentum !== undefined && name !== 'sgd')
    throw new UsageError(`--momentum is for --optimizer sgd, not for ${name}`)
  return {
    name,
    lr: lr ?? (name === 'sgd' ? 0.003 : 0.001),
    ...(momentum === undefined ? {} : { momentum }),
    ...(weightDecay === undefined ? {} : { weightDecay }),
  }
}

function number(flags: string, description: string, max?: number): Option {
  return new Option(flags, description).argParser(numberIn({ min: 0, ...(max === undefined ? {} : { max }) }))
}

function wholeNumber(flags: string, description: string, min?: number): Option {
  return new Option(flags, description).argParser(wholeNumberIn(min === undefined ? {} : { min }))
}
