import { describe, expect, test } from 'vitest'
import { discover } from '../src/arguments/discover'
import { matchesPytorch } from '../src/arguments/matches-pytorch'
import { publicCalls } from '../src/arguments/public-calls'

describe('every public function, method and constructor', () => {
  test.each(publicCalls().map((call) => [call.name, call] as const))('%s', (_, call) => {
    const taken = discover(call)
    expect(taken, String(taken)).toBeTypeOf('object')
    if (typeof taken === 'object') expect(matchesPytorch(taken, call.pytorch)).toBe('')
  })
})
