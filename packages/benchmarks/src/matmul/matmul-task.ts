import { useWasm } from '@nn/backend-wasm'
import type { Task } from '../processes/serve'
import { type EngineSettings, startEngine } from '../training/engine'
import { peakMeter } from './measure-peak'
import { productSpeed } from './product-speed'
import { largeProducts, type Product, products } from './products'

/** Flops a second. */
export interface ProductSpeed {
  readonly name: string
  readonly speed: number
  /** Of multiply-adds on registers, right before. */
  readonly peak: number
}

export interface ThreadsSpeed {
  readonly name: string
  readonly oneThread: number
  readonly twoThreads: number
}

/** A round of measurements. */
export interface MatmulAnswer {
  readonly products: readonly ProductSpeed[]
  /** Empty where only one thread is asked for. */
  readonly threads: readonly ThreadsSpeed[]
}

export interface MatmulSettings {
  readonly relaxed: boolean
  /** Whether two threads are compared with one. */
  readonly compareThreads: boolean
}

/** Times the matrix product's kernel. */
export async function matmulTask({ relaxed, compareThreads }: MatmulSettings): Promise<Task<unknown, MatmulAnswer>> {
  const engine: EngineSettings = { threads: 1, relaxed }
  const about = await startEngine(engine)
  const measurePeak = await peakMeter(relaxed ? 'relaxed' : 'strict')

  async function speedOn(threads: number, product: Product): Promise<number> {
    await useWasm({ threads, relaxed })
    return productSpeed(product)
  }

  return {
    about,
    async run() {
      const answer = { products: [] as ProductSpeed[], threads: [] as ThreadsSpeed[] }
      await useWasm({ threads: 1, relaxed })
      for (const product of products) {
        answer.products.push({ name: product.name, peak: measurePeak(), speed: productSpeed(product) })
      }
      for (const product of compareThreads ? largeProducts : []) {
        const [oneThread, twoThreads] = [await speedOn(1, product), await speedOn(2, product)]
        answer.threads.push({ name: product.name, oneThread, twoThreads })
      }
      return answer
    },
  }
}
