import { version } from '../../package.json'

const ONE_VERSION = 'have one version of it installed'

/** A copy of a package: its version, and an error made in it, whose stack begins with its place. */
export interface Copy {
  readonly version: string
  readonly here: Error
}

/** How errors call a copy of a package. */
export function nameCopy({ version, here }: Copy): string {
  // As in `at name (file:///a.js:1:2)`, `name@https://b/c.js:1:2` and `at C:\d.js:1:2`.
  const [, place = 'at an unknown place'] =
    /((?:[\w-]+:\/\/|\/|\b[A-Z]:\\).*?)(?:\?.*?)?:\d+:\d+/.exec(here.stack ?? '') ?? []
  return `${version} (${place})`
}

/** Under it the global object has the names of all copies that are loaded. */
export const COPY: unique symbol = Symbol.for('@nn/tensor')

const world = globalThis as { [COPY]?: Set<string> }

/** This copy of the package; to ask for it makes it known to others. */
export const thisCopy: string = /* @__PURE__ */ registerCopy()

function registerCopy(): string {
  const name = nameCopy({ version, here: new Error() })
  world[COPY] ??= new Set()
  world[COPY].add(name)
  return name
}

/** What to say where another copy of the package is loaded, null where there is none. */
export function otherCopies(): string | null {
  const others = [...(world[COPY] ?? [])].filter((name) => name !== thisCopy)
  return others.length === 0
    ? null
    : `several copies of @nn/tensor are loaded, which know nothing of each other: this one, ${thisCopy}, and ${others.join(', ')}; ${ONE_VERSION}`
}

/** What to say of a value that another copy of the package made, null for any other. */
export function ofOtherCopy(storage: unknown): string | null {
  const name = (storage as { madeBy?: string } | undefined)?.madeBy
  return name === undefined ? null : `of another copy of @nn/tensor, ${name}, while this is ${thisCopy}; ${ONE_VERSION}`
}
