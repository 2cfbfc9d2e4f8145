// Of its own, so that nothing else of the library is loaded with it.

export { md5 as portableMd5 } from '@noble/hashes/legacy.js'
export { bytesToHex } from '@noble/hashes/utils.js'
