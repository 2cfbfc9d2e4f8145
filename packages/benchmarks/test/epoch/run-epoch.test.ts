import { expect, test } from 'vitest'
import type { Contender } from '../../src/epoch/contenders'
import { runEpoch } from '../../src/epoch/run-epoch'

/** A contender that claims to take a millisecond a step, and whose loss is an expression of `steps` and `round`. */
function contender(name: string, loss: string, stepsPerRound?: number): Contender {
  const program = `
    let round = 0
    const answer = (value) => console.log(JSON.stringify({ answer: value }))
    answer({ version: '1' })
    require('readline').createInterface({ input: process.stdin }).on('line', (line) => {
      const { steps } = JSON.parse(line)
      const loss = ${loss}
      answer({ seconds: steps / 1000, loss })
      round++
    })`
  const command = [process.execPath, '-e', program] as const
  return { name, title: name, isOurs: false, command, ...(stepsPerRound === undefined ? {} : { stepsPerRound }) }
}

const missing: Contender = { name: 'missing', title: 'missing', isOurs: false, command: ['no-such-program'] }

test('runEpoch(contenders) lets them take turns, after a round to warm up', async () => {
  const lines: string[] = []
  const onProgress = (line: string) => lines.push(line)
  await runEpoch([contender('a', '2'), contender('b', '2')], { rounds: 2, steps: 938, onProgress })
  expect(lines.map((line) => line.split(',')[0])).toEqual([
    'warm-up: a',
    'warm-up: b',
    'round 1 of 2: a',
    'round 1 of 2: b',
    'round 2 of 2: a',
    'round 2 of 2: b',
  ])
})

test('runEpoch(contenders) keeps the loss of the first round and the seconds of the others', async () => {
  const [run] = await runEpoch([contender('a', '2 - round')], { rounds: 3, steps: 938, onProgress: () => {} })
  expect(run).toMatchObject({ firstLoss: 2, seconds: [0.938, 0.938, 0.938], about: { version: '1' }, failure: null })
})

test('runEpoch(contenders) scales the seconds of shortened rounds to an epoch', async () => {
  const [run] = await runEpoch([contender('a', 'steps', 100)], { rounds: 1, steps: 938, onProgress: () => {} })
  expect(run).toMatchObject({ firstLoss: 938, stepsPerRound: 100 })
  expect(run?.seconds[0]).toBeCloseTo(0.938, 12)
})

test('runEpoch(contenders) goes on without those that cannot start or that fail', async () => {
  const failing = contender('failing', 'round === 1 ? nothing : 2')
  const options = { rounds: 2, steps: 938, onProgress: () => {} }
  const [first, second, third] = await runEpoch([missing, failing, contender('good', '2')], options)
  expect(first?.failure).toContain('ENOENT')
  expect(second?.failure).not.toBeNull()
  expect(third).toMatchObject({ failure: null, seconds: [0.938, 0.938] })
})

test('runEpoch(contenders) takes a loss that is no number for a failure', async () => {
  const [run] = await runEpoch([contender('a', 'NaN')], { rounds: 1, steps: 938, onProgress: () => {} })
  expect(run?.failure).toBe('the training loss is no finite number')
})
