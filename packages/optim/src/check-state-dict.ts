import { type Kind, kinds, ShapeError, sameShape, show, showShape, Tensor } from '@nn/tensor'

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What `stateDict` gives. */
export const stateDictKind: Kind<object> = kinds.kind(
  'what stateDict() gives, { state, paramGroups }',
  (value) =>
    isObject(value) &&
    isObject(value.state) &&
    Array.isArray(value.paramGroups) &&
    value.paramGroups.every((group) => isObject(group) && Array.isArray(group.params)),
)

interface Group {
  readonly params: readonly unknown[]
}

/** Refuses a state whose groups have other numbers of parameters. */
export function checkSizes(owner: string, groups: readonly Group[], saved: readonly Group[]): void {
  const [sizes, savedSizes] = [groups, saved].map((list) => list.map(({ params }) => params.length).join(', '))
  if (sizes !== savedSizes) {
    throw new RangeError(
      `${owner}: the state is of groups with [${savedSizes}] parameters, this optimizer's have [${sizes}]`,
    )
  }
}

/**
 * Refuses a parameter's state that this optimizer could not go on with.
 *
 * @param begun the state before the first step, which tells what there must be
 */
export function checkState(owner: string, saved: unknown, begun: object, param: Tensor): void {
  if (!isObject(saved)) throw new TypeError(`${owner} must be an object, got ${show(saved)}`)
  const missing = Object.keys(begun).filter((name) => saved[name] === undefined)
  if (missing.length > 0) {
    throw new TypeError(`${owner} lacks ${missing.join(', ')}; has another kind of optimizer written it?`)
  }
  for (const [name, value] of Object.entries(saved)) {
    // What comes only with some hyper-parameters, such as a momentum, is like the parameter.
    if (!(name in begun) && value instanceof Tensor) checkLike(`${owner}: ${name}`, value, param)
  }
  for (const [name, value] of Object.entries(begun)) {
    if (typeof value === 'number' && typeof saved[name] !== 'number') {
      throw new TypeError(`${owner}: ${name} must be a number, got ${show(saved[name])}`)
    }
    if (value instanceof Tensor && sameShape(value.shape, param.shape))
      checkLike(`${owner}: ${name}`, saved[name], param)
  }
}

function checkLike(what: string, value: unknown, param: Tensor): void {
  if (!(value instanceof Tensor)) throw new TypeError(`${what} must be a tensor, got ${show(value)}`)
  if (!sameShape(value.shape, param.shape)) {
    throw new ShapeError(`${what} has shape ${showShape(value.shape)}, the parameter has ${showShape(param.shape)}`)
  }
}
