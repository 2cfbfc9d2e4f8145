import { Command } from 'commander'
import { version } from '../package.json'
import { addEvalCommand } from './commands/eval-command'
import { addPredictCommand } from './commands/predict-command'
import { addTrainCommand } from './commands/train-command'
import { printable } from './terminal/printable'

/** The `nn` command. It throws where commander would end the process. */
export function createProgram(): Command {
  const program = new Command('nn')
    .description('Trains neural networks, tests them and asks them, from the terminal.')
    .version(version)
    .exitOverride()
    // An error is one line, also where a suggestion follows it, and shows what it quotes.
    .configureOutput({ outputError: (text, write) => write(`${printable(text.trimEnd().replace(/\n/g, ' '))}\n`) })
  addTrainCommand(program)
  addEvalCommand(program)
  addPredictCommand(program)
  return program
}
