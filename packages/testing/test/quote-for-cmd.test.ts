import { expect, test } from 'vitest'

const script = new URL('../../../scripts/quote-for-cmd.mjs', import.meta.url)
const { quoteForCmd } = (await import(script.href)) as { quoteForCmd: (argument: string) => string }

// What cross-spawn 7.0.6 makes of them for .cmd files.
test.each([
  ['plain', '^^^"plain^^^"'],
  ['two words', '^^^"two^^^ words^^^"'],
  ['a & del *', '^^^"a^^^ ^^^&^^^ del^^^ ^^^*^^^"'],
  ['100%PATH%', '^^^"100^^^%PATH^^^%^^^"'],
  ['quote"d', '^^^"quote\\^^^"d^^^"'],
  ['C:\\dir\\', '^^^"C:\\dir\\\\^^^"'],
  ['^caret', '^^^"^^^^caret^^^"'],
  ['', '^^^"^^^"'],
  ['sums (of two)!', '^^^"sums^^^ ^^^(of^^^ two^^^)^^^!^^^"'],
])('quoteForCmd quotes %j for a .cmd file', (argument, quoted) => {
  expect(quoteForCmd(argument)).toBe(quoted)
})

// By Microsoft's rules 2n + 1 backslashes and a quotation mark are n backslashes and the mark itself.
test('quoteForCmd doubles the backslashes before a quotation mark', () => {
  expect(quoteForCmd('\\\\"x')).toBe('^^^"\\\\\\\\\\^^^"x^^^"')
})
