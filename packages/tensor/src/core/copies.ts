import { version } from '../../package.json'

/** A copy of a package: its version, and an error made in it, whose stack begins with its place. */
export interface Copy {
  readonly version: string
  readonly here: Error
}

/** How errors call a copy of a package. */
export function nameCopy({ version, here }: Copy): string {
  // Of `at name (file:///a.js:1:2)`, `at C:\d.js:1:2` and `name@https://b/c.js:1:2`, what has no space.
  return `${version} (${/[^\s(]+:\d+:\d+/.exec(here.stack as string)})`
}

/** What errors say of two copies of a package. */
export function twoCopies(one: string, other: string, name = '@nn/tensor'): string {
  return `two copies of ${name} know nothing of each other: ${one} and ${other}; install one version`
}

/** Under it the global object has the names of all copies that are loaded. */
export const COPIES: unique symbol = Symbol.for('@nn/tensor')

const world = globalThis as { [COPIES]?: Set<string> }

/** This copy of the package; to ask for it makes it known to others. */
export const thisCopy: string = /* @__PURE__ */ registerCopy()

function registerCopy(): string {
  const name = nameCopy({ version, here: new Error() })
  world[COPIES] = new Set(world[COPIES]).add(name)
  return name
}

/** What to say where another copy of this package is loaded, undefined where there is none. */
export function otherCopy(): string | undefined {
  const other = [...(world[COPIES] as Set<string>)].find((name) => name !== thisCopy)
  return other && twoCopies(thisCopy, other)
}
