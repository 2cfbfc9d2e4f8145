/** Names and numbers, as they are written: of valid JSON this finds all of them, and strings that only look like some. */
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?|-?\d[\d.eE+-]*/g

/**
 * Refuses what JSON allows and the format does not: a name that stands twice, of which parsers keep the last, and numbers that
 * are not spelt as sizes are.
 *
 * @param text valid JSON
 * @param value what it says
 * @throws Error
 */
export function checkJson(text: string, value: object): void {
  let names = 0
  for (const [token, colon] of text.matchAll(TOKEN)) {
    if (colon !== undefined) names++
    else if (!token.startsWith('"') && Number.isInteger(Number(token)) && !/^(?:0|-?[1-9]\d*)$/.test(token)) {
      throw new Error(`the header has the number ${token}, and sizes are written with digits alone`)
    }
  }
  if (names !== namesIn(value)) throw new Error('the header names something twice')
}

function namesIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  const parts: unknown[] = Array.isArray(value) ? value : Object.values(value)
  let names = Array.isArray(value) ? 0 : parts.length
  for (const part of parts) names += namesIn(part)
  return names
}
