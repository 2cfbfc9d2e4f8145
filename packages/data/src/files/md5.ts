import { nodeModules } from './node-modules'
import { portableMd5 } from './portable-md5'

/**
 * The MD5 checksum in hexadecimal: it tells damaged files, and is how the datasets' authors published theirs. Node
 * computes it fast; browsers offer none.
 */
export function md5(bytes: Uint8Array): string {
  const crypto = nodeModules()?.crypto
  return crypto === undefined ? portableMd5(bytes) : crypto.createHash('md5').update(bytes).digest('hex')
}
