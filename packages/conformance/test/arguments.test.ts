import { describe, expect, test } from 'vitest'
import { discover, type Taken } from '../src/arguments/discover'
import { matchesPytorch } from '../src/arguments/matches-pytorch'
import type { PublicCall } from '../src/arguments/public-call'
import { publicCalls } from '../src/arguments/public-calls'
import { carelessAnswers, takesStrangers } from '../src/arguments/wrong-values'

const calls = publicCalls().map((call) => [call.name, call] as const)

/** What a call takes; one that does not tell fails. */
function takenBy(call: PublicCall): Taken {
  const taken = discover(call)
  if (typeof taken === 'string')
    throw new Error(`${call.name} does not refuse an option that it does not have: ${taken}`)
  return taken
}

describe('every public function, method and constructor', () => {
  test.each(calls)('%s takes by position what it takes so in PyTorch, and refuses what it does not take', (_, call) => {
    expect(matchesPytorch(takenBy(call), call.pytorch)).toBe('')
  })

  test.each(calls)('%s refuses a value of a foreign class by the name of the argument', (_, call) => {
    expect(takesStrangers(call, takenBy(call))).toEqual([])
  })

  // A default Transformer has 44 million weights, which it would draw for every option that is right.
  const cheap = calls.filter(([name]) => name !== 'new Transformer')

  test.each(cheap)('%s answers mistakes in words that name it', (_, call) => {
    expect(carelessAnswers(call, takenBy(call))).toEqual([])
  })
})
