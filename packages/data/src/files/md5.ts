import { md5 as portableMd5 } from '@noble/hashes/legacy.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { nodeModules } from './node-modules'

/**
 * The MD5 checksum in hexadecimal: it tells damaged files, and is how the datasets' authors published theirs. Node
 * computes it fast; browsers offer none.
 */
export function md5(bytes: Uint8Array): string {
  const crypto = nodeModules()?.crypto
  return crypto === undefined ? bytesToHex(portableMd5(bytes)) : crypto.createHash('md5').update(bytes).digest('hex')
}
