/** What each name leads to: the arrows of a graph without cycles. */
export type Arrows = ReadonlyMap<string, readonly string[]>

/** The arrows without those that others imply: of a → b, b → c and a → c, the last. */
export function directImports(arrows: Arrows): Arrows {
  return new Map(
    [...arrows].map(([from, targets]) => [
      from,
      targets.filter((target) => !targets.some((other) => other !== target && leadsTo(arrows, other, target))),
    ]),
  )
}

function leadsTo(arrows: Arrows, from: string, target: string): boolean {
  const next = arrows.get(from) ?? []
  return next.includes(target) || next.some((name) => leadsTo(arrows, name, target))
}
