import { expect, test } from 'vitest'
import type { Contender } from '../../src/rounds/contender'
import { runRounds } from '../../src/rounds/run-rounds'

const peer = { isOurs: false, isOptional: true, references: [] }

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
  return { ...peer, name, title: name, command, ...(stepsPerRound === undefined ? {} : { stepsPerRound }) }
}

const missing: Contender = { ...peer, name: 'missing', title: 'missing', command: ['no-such-program'] }

test('runRounds(contenders) lets them take turns, after a round to warm up', async () => {
  const lines: string[] = []
  const onProgress = (line: string) => lines.push(line)
  await runRounds([contender('a', '2'), contender('b', '2')], { rounds: 2, steps: 938, onProgress })
  expect(lines.map((line) => line.split(',')[0])).toEqual([
    'warm-up: a',
    'warm-up: b',
    'round 1 of 2: a',
    'round 1 of 2: b',
    'round 2 of 2: a',
    'round 2 of 2: b',
  ])
})

test('runRounds(contenders) keeps the loss of the first round and the seconds of the others', async () => {
  const [run] = await runRounds([contender('a', '2 - round')], { rounds: 3, steps: 938, onProgress: () => {} })
  expect(run).toMatchObject({ firstLoss: 2, seconds: [0.938, 0.938, 0.938], about: { version: '1' }, failure: null })
})

test('runRounds(contenders) scales the seconds of shortened rounds to all steps', async () => {
  const [run] = await runRounds([contender('a', 'steps', 100)], { rounds: 1, steps: 938, onProgress: () => {} })
  expect(run).toMatchObject({ firstLoss: 100, stepsPerRound: 100 })
  expect(run?.seconds[0]).toBeCloseTo(0.938, 12)
})

test('runRounds(contenders) goes on without those that cannot start or that fail', async () => {
  const failing = contender('failing', 'round === 1 ? nothing : 2')
  const options = { rounds: 2, steps: 938, onProgress: () => {} }
  const [first, second, third] = await runRounds([missing, failing, contender('good', '2')], options)
  expect(first?.failure).toContain('ENOENT')
  expect(second?.failure).not.toBeNull()
  expect(third).toMatchObject({ failure: null, seconds: [0.938, 0.938] })
})

test('runRounds(contenders) takes a loss that is no number for a failure', async () => {
  const [run] = await runRounds([contender('a', 'NaN')], { rounds: 1, steps: 938, onProgress: () => {} })
  expect(run?.failure).toBe('the loss is no finite number')
})
