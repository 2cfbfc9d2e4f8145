import { nodeModule } from './node-module'

interface BufferModule {
  readonly Buffer: { from(text: string, encoding: 'base64'): Uint8Array<ArrayBuffer> }
}

interface ZlibModule {
  inflateRawSync(bytes: Uint8Array): Uint8Array<ArrayBuffer>
}

/**
 * The bytes that the build packed into text: deflated, which leaves a quarter of them, and in base64.
 *
 * In Node its own modules unpack them: they are there already, while the web's streams take 10 ms to start.
 */
export async function unpackBytes(base64: string): Promise<Uint8Array<ArrayBuffer>> {
  const buffer = nodeModule<BufferModule>('node:buffer')
  const zlib = nodeModule<ZlibModule>('node:zlib')
  if (buffer !== null && zlib !== null) return zlib.inflateRawSync(buffer.Buffer.from(base64, 'base64'))
  const packed = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))
  const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
  return new Uint8Array(await new Response(unpacked).arrayBuffer())
}
