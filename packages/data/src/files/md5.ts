import { nodeModules } from './node-modules'

/**
 * The MD5 checksum in hexadecimal: it tells damaged files, and is how the datasets' authors published theirs. Node
 * computes it fast; browsers offer none, so there a library for it is loaded.
 */
export async function md5(bytes: Uint8Array): Promise<string> {
  const crypto = nodeModules()?.crypto
  if (crypto !== undefined) return crypto.createHash('md5').update(bytes).digest('hex')
  const { bytesToHex, portableMd5 } = await import('./portable-md5')
  return bytesToHex(portableMd5(bytes))
}
