import type { Taken } from './discover'
import type { Overload } from './public-call'
import { plain } from './public-calls'

/**
 * Whether options go by position as in PyTorch: in the same order, and as far as PyTorch has them, up to the first one that is
 * missing here.
 *
 * @returns what differs, or an empty string
 */
export function matchesPytorch(taken: Taken, overloads: readonly Overload[] | null): string {
  if (overloads === null || overloads.some((overload) => fits(taken, overload))) return ''
  return `takes (${[...taken.firstNames, ...taken.positions].join(', ')}, { ${taken.byName.join(', ')} }), PyTorch takes ${JSON.stringify(overloads)}`
}

function fits({ first, positions, byName }: Taken, [positional]: Overload): boolean {
  // Nothing is known of what is behind.
  if (positional[0] === '*args') return true
  // Its methods call their receiver self.
  const theirs = positional.slice(first.length).map((name) => plain(name === 'self' ? 'input' : name))
  const ours = positions.map(plain)
  if (ours.length > theirs.length || ours.some((name, i) => name !== theirs[i])) return false
  const next = theirs[ours.length]
  return next === undefined || !byName.map(plain).includes(next)
}
