import { camelCase } from './camel-case'
import { type PythonFunction, plain } from './evaluate'

/**
 * A class of ours as Python calls it.
 *
 * @param parameters PyTorch's parameters in order
 * @param positional how many of them ours takes by position; the others go into its last argument, an object
 * @param first what ours takes before all of them
 */
export function pythonClass<T>(
  Class: new (...args: never) => T,
  parameters: readonly string[],
  positional: number,
  first: readonly unknown[] = [],
): PythonFunction {
  const make = Class as unknown as new (...args: unknown[]) => T
  return (args, keywords) => {
    const values = bind(Class.name, parameters, args, keywords)
    const byPosition = parameters.slice(0, positional).map((name) => values.get(name))
    const options = parameters.slice(positional).filter((name) => values.has(name))
    const byName = Object.fromEntries(options.map((name) => [camelCase(name), values.get(name)]))
    return new make(...first, ...byPosition, ...(options.length === 0 ? [] : [byName]))
  }
}

/** What each parameter was given. */
function bind(
  name: string,
  parameters: readonly string[],
  args: readonly unknown[],
  keywords: Readonly<Record<string, unknown>>,
): Map<string, unknown> {
  const unknown = Object.keys(keywords).filter((keyword) => !parameters.includes(keyword))
  if (args.length > parameters.length || unknown.length > 0) {
    throw new TypeError(
      `${name}: takes ${parameters.join(', ')}, got ${args.length} arguments and ${unknown.join(', ')}`,
    )
  }
  const byPosition = args.map((value, i) => [parameters[i] as string, plain(value)] as const)
  return new Map([...byPosition, ...Object.entries(keywords).map(([key, value]) => [key, plain(value)] as const)])
}
