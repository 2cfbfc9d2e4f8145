import { ones } from '@nn/tensor'
import { answerOf, type Taken } from './discover'
import type { PublicCall } from './public-call'
import { plain } from './public-calls'

/** Of a class that no call knows. */
class Stranger {}

/** What people pass by mistake. */
const mistakes = (): unknown[] => [
  undefined,
  null,
  'text',
  '2',
  true,
  Number.NaN,
  -1,
  0.5,
  [],
  ['a'],
  [1, [2, 3]],
  {},
  { nonsense: 1 },
  () => 1,
  Promise.resolve(1),
  new Map(),
  new Date(0),
  Symbol('s'),
  7n,
  new DataView(new ArrayBuffer(4)),
  ones([2, 3]),
  [ones([2]), 1],
]

/** What the engine says where nobody has looked at a value. */
const careless =
  /Cannot (read|set|convert|mix|destructure)|is not (a function|iterable|a constructor|an object)|\[object |undefined is|null is|Maximum call stack|^Invalid |must be called with|Reflect\.|symbol: /

/**
 * Calls with a stranger in the place of each argument and each option.
 *
 * @returns the answers that do not name the call and the argument
 */
export function takesStrangers(call: PublicCall, taken: Taken): string[] {
  return placesOf(taken).flatMap(({ name, args }) => {
    const answer = answerOf(call.call, args(new Stranger()))
    const isClear = answer.includes(`: ${name} must be`) && answer.includes('Stranger') && isNamed(call.name, answer)
    return isClear ? [] : [`${name}: ${answer}`]
  })
}

/**
 * Calls with every mistake in the place of each argument and each option.
 *
 * @returns the answers that no user can make sense of
 */
export function carelessAnswers(call: PublicCall, taken: Taken): string[] {
  return placesOf(taken).flatMap(({ name, args }) =>
    mistakes()
      .map((mistake) => [mistake, answerOf(call.call, args(mistake))] as const)
      .filter(([, answer]) => careless.test(answer) || !(answer.startsWith('gave ') || isNamed(call.name, answer)))
      .map(([mistake, answer]) => `${name} = ${String(mistake)}: ${answer}`),
  )
}

interface Place {
  readonly name: string
  /** The arguments of a call with a value at this place. */
  readonly args: (value: unknown) => unknown[]
}

function placesOf({ first, firstNames, positions, byName }: Taken): Place[] {
  return [
    ...firstNames.map((name, i) => ({
      name,
      args: (value: unknown) => [...first.slice(0, i), value, ...first.slice(i + 1)],
    })),
    ...[...positions, ...byName].map((name) => ({ name, args: (value: unknown) => [...first, { [name]: value }] })),
  ]
}

/** Whether an error begins with what was called: `new SGD` with `SGD:`. */
function isNamed(name: string, answer: string): boolean {
  const called = plain(name.split(/[ .]/).at(-1) ?? '')
  return plain(answer.split(':')[0] ?? '') === called
}
