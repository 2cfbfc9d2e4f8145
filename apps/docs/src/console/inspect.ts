// Values as Node's util.inspect shows them with its default options. Browsers have no such function, and the site prints
// the same there as in Node.

import { groupInColumns } from './group-in-columns'

const LINE_WIDTH = 80
const MAX_DEPTH = 2
const MAX_ELEMENTS = 100
/** So many levels of nesting share a line where they fit. */
const LEVELS_PER_LINE = 3

const CUSTOM = Symbol.for('nodejs.util.inspect.custom')
const IDENTIFIER = /^[a-zA-Z_][a-zA-Z_0-9]*$/

interface State {
  /** The objects around the value, outermost first. */
  readonly around: readonly object[]
  readonly indentation: number
  /** Written by each object: how deep the one formatted last lies. */
  readonly deepest: { depth: number }
}

/** The text of any value, such as `{ name: 'a', sizes: [ 1, 2 ] }`. */
export function inspect(value: unknown): string {
  return show(value, { around: [], indentation: 0, deepest: { depth: 0 } })
}

function show(value: unknown, state: State): string {
  if (typeof value === 'string') return quote(value)
  if (typeof value === 'bigint') return `${value}n`
  if (typeof value === 'symbol') return value.toString()
  if (Object.is(value, -0)) return '-0'
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return String(value)
  if (state.around.includes(value)) return '[Circular]'
  return showObject(value, state)
}

function showObject(value: object, state: State): string {
  const custom = (value as { [CUSTOM]?: unknown })[CUSTOM]
  if (typeof custom === 'function') return indent(String(custom.call(value)), state.indentation)
  if (value instanceof Error) return state.around.length === 0 ? String(value) : `[${value}]`
  if (value instanceof Date) return value.toISOString()
  if (value instanceof RegExp) return String(value)
  const { prefix, braces, isArray } = frameOf(value)
  if (state.around.length > MAX_DEPTH) return `[${value.constructor?.name ?? 'Object: null prototype'}]`

  state.deepest.depth = state.around.length
  const inner = { ...state, around: [...state.around, value], indentation: state.indentation + 2 }
  const entries = entriesOf(value, inner)
  if (entries.length === 0) return typeof value === 'function' ? prefix.trim() : `${prefix}${braces[0]}${braces[1]}`
  return join(prefix, braces, isArray ? groupInColumns(entries, value, state.indentation, LINE_WIDTH) : entries, {
    ...state,
    grouped: isArray && entries.length > 6,
  })
}

/** What stands before and around the entries. */
function frameOf(value: object): { prefix: string; braces: [string, string]; isArray: boolean } {
  const name = Object.getPrototypeOf(value)?.constructor?.name as string | undefined
  if (typeof value === 'function') return { prefix: `${functionName(value)} `, braces: ['{', '}'], isArray: false }
  if (Array.isArray(value)) {
    return { prefix: name === 'Array' ? '' : `${name}(${value.length}) `, braces: ['[', ']'], isArray: true }
  }
  if (ArrayBuffer.isView(value) && 'length' in value) {
    return { prefix: `${name}(${value.length}) `, braces: ['[', ']'], isArray: true }
  }
  if (value instanceof Map || value instanceof Set) {
    return { prefix: `${name}(${value.size}) `, braces: ['{', '}'], isArray: false }
  }
  const prefix = name === 'Object' ? '' : `${name ?? '[Object: null prototype]'} `
  return { prefix, braces: ['{', '}'], isArray: false }
}

function functionName(value: object): string {
  const { name } = value as { name: string }
  if (/^class\b/.test(Function.prototype.toString.call(value))) {
    const base = Object.getPrototypeOf(value)?.name as string
    return `[class ${name || '(anonymous)'}${base ? ` extends ${base}` : ''}]`
  }
  const kind = value.constructor.name
  return name === '' ? `[${kind} (anonymous)]` : `[${kind}: ${name}]`
}

function entriesOf(value: object, state: State): string[] {
  if (value instanceof Map) return [...value].map(([key, item]) => `${show(key, state)} => ${show(item, state)}`)
  if (value instanceof Set) return [...value].map((item) => show(item, state))
  if (Array.isArray(value) || ArrayBuffer.isView(value)) return elementsOf(value as ArrayLike<unknown>, state)
  return Object.entries(value).map(([key, item]) => `${IDENTIFIER.test(key) ? key : quote(key)}: ${show(item, state)}`)
}

function elementsOf(value: ArrayLike<unknown>, state: State): string[] {
  const shown = Array.from({ length: Math.min(value.length, MAX_ELEMENTS) }, (_, i) => show(value[i], state))
  const rest = value.length - shown.length
  return rest === 0 ? shown : [...shown, `... ${rest} more item${rest === 1 ? '' : 's'}`]
}

function join(
  prefix: string,
  [open, close]: [string, string],
  entries: readonly string[],
  { around, indentation, deepest, grouped }: State & { grouped: boolean },
): string {
  const isShallow = deepest.depth - around.length < LEVELS_PER_LINE
  if (isShallow && !grouped) {
    const line = entries.join(', ')
    const width =
      line.length - 2 * (entries.length - 1) + 2 * entries.length + indentation + prefix.length + open.length + 10
    if (width <= LINE_WIDTH && !line.includes('\n')) return `${prefix}${open} ${line} ${close}`
  }
  const newLine = `\n${' '.repeat(indentation)}`
  return `${prefix}${open}${newLine}  ${entries.join(`,${newLine}  `)}${newLine}${close}`
}

function quote(text: string): string {
  const mark = !text.includes("'") ? "'" : !text.includes('"') ? '"' : text.includes('`') ? "'" : '`'
  const escaped = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"')
  return `${mark}${escaped.replaceAll(mark, `\\${mark}`)}${mark}`
}

function indent(text: string, by: number): string {
  return text.replaceAll('\n', `\n${' '.repeat(by)}`)
}
