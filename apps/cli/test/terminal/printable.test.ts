import { expect, test } from 'vitest'
import { printable } from '../../src/terminal/printable'

test('printable shows control characters as escapes and leaves the rest alone', () => {
  expect(printable('a\x1b[31mb\x07\x00\x9b\x7f\r\n')).toBe('a\\x1b[31mb\\x07\\x00\\x9b\\x7f\\x0d\\x0a')
  expect(printable('a\u202eb\u2066')).toBe('a\\u202eb\\u2066')
  expect(printable("modèle 模型 '日'.safetensors")).toBe("modèle 模型 '日'.safetensors")
})
