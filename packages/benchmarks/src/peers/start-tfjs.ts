import * as tf from '@tensorflow/tfjs'
import { getThreadsCount, setThreadsCount } from '@tensorflow/tfjs-backend-wasm'
import { peerVersions } from '../workload/peer-versions'

/** Starts TensorFlow.js's WebAssembly backend on one thread, with SIMD, and tells versions. */
export async function startTfjs(): Promise<Record<string, string>> {
  setThreadsCount(1)
  await tf.setBackend('wasm')
  const hasSimd = await tf.env().getAsync('WASM_HAS_SIMD_SUPPORT')
  return {
    ...peerVersions('@tensorflow/tfjs', '@tensorflow/tfjs-backend-wasm'),
    backend: tf.getBackend(),
    threads: String(getThreadsCount()),
    simd: hasSimd ? 'yes' : 'no',
  }
}
