import { afterEach, describe, expect, it, vi } from 'vitest'
import { md5 } from '../../src/files/md5'

const digits = '1234567890'

afterEach(() => vi.unstubAllGlobals())

describe.each(['Node', 'a browser'])('in %s', (place) => {
  // The test suite of RFC 1321.
  it.each([
    ['', 'd41d8cd98f00b204e9800998ecf8427e'],
    ['a', '0cc175b9c0f1b6a831c399e269772661'],
    ['abc', '900150983cd24fb0d6963f7d28e17f72'],
    ['message digest', 'f96b697d7cb7938d525a2f31aaf161d0'],
    ['abcdefghijklmnopqrstuvwxyz', 'c3fcd3d76192e4007dfb496cca67e13b'],
    ['ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789', 'd174ab98d277d9f5a5611c2c9f419d9f'],
    [digits.repeat(8), '57edf4a22be3c955ac49da2e2107b67a'],
  ])("the MD5 checksum of '%s' is the one of RFC 1321", async (text, checksum) => {
    if (place === 'a browser')
      vi.stubGlobal('process', Object.create(process, { getBuiltinModule: { value: undefined } }))
    expect(await md5(new TextEncoder().encode(text))).toBe(checksum)
  })
})
