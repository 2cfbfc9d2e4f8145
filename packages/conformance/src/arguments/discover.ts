import type { PublicCall } from './public-call'
import { someOfEachKind } from './some-of-each-kind'

/** What a call takes, as its own errors tell it. */
export interface Taken {
  /** Values that it accepts for the arguments that must come first. */
  readonly first: readonly unknown[]
  readonly firstNames: readonly string[]
  /** Options that may go by position, in order. */
  readonly positions: readonly string[]
  /** Options that go by name only. */
  readonly byName: readonly string[]
}

/** An option that nothing has. */
const PROBE = { __probe__: 1 }

const MOST = 8

/**
 * Asks a call by its errors what it takes: an option that it does not have is refused with the list of those that it has, once
 * all arguments are there that must come first; for those, values of all kinds are tried.
 *
 * @returns what the call takes, or what it answered instead
 */
export function discover({ call, isMethod }: PublicCall): Taken | string {
  const first: unknown[] = []
  const firstNames: string[] = []
  while (first.length < MOST) {
    const answer = answerOf(call, [...first, PROBE])
    const usage = /there is no option '__probe__'; it takes \((.*)\)$/.exec(answer)?.[1]
    if (usage !== undefined) return { first, ...namesIn(usage, isMethod, first.length) }
    const wanted = refused(answer)
    if (wanted === null) return answer
    const fitting = someOfEachKind().find((value) => refused(answerOf(call, [...first, value, PROBE])) !== wanted)
    if (fitting === undefined) return `nothing tried is ${wanted}: ${answer}`
    first.push(fitting)
    firstNames.push(wanted)
  }
  return `takes more than ${MOST} first arguments`
}

/** The argument that an error says is missing or of another kind. */
function refused(answer: string): string | null {
  return /: (\w+) (?:must be|is missing)/.exec(answer)?.[1] ?? null
}

export function answerOf(call: PublicCall['call'], args: readonly unknown[]): string {
  try {
    return `gave ${typeof call(...args)}`
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** Reads `input, dim, keepdim, { dtype }`. */
function namesIn(usage: string, isMethod: boolean, firstCount: number): Omit<Taken, 'first'> {
  const [, before = '', options = ''] = /^([^{]*)(?:\{(.*)\})?$/.exec(usage) ?? []
  const all = wordsOf(before)
  const names = all.slice(isMethod && all[0] === 'input' ? 1 : 0)
  return { firstNames: names.slice(0, firstCount), positions: names.slice(firstCount), byName: wordsOf(options) }
}

const wordsOf = (list: string): string[] =>
  list
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '')
