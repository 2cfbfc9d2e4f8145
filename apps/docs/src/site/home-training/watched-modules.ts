import type { Tensor } from '@nn/tensor'
import type { ModuleTable } from '../../runner/run-program'

/** What the page is told of a program that knows nothing of it. */
export interface Watcher {
  /** The address of the folder with MNIST's files. */
  readonly mnistUrl: string
  onModel(model: Model): void
  onLoss(loss: Tensor): void
  onProgress(progress: { file: string; loaded: number; total: number | null }): void
}

export interface Model {
  forward(input: Tensor): Tensor
}

/** The library with its model, its loss and its data set reporting what is done with them; they compute as ever. */
export function watchedModules(library: ModuleTable, watcher: Watcher): ModuleTable {
  return {
    ...library,
    '@nn/nn': async () => {
      const nn = await import('@nn/nn')
      class Sequential extends nn.Sequential {
        constructor(...layers: ConstructorParameters<typeof nn.Sequential>) {
          super(...layers)
          watcher.onModel(this)
        }
      }
      class NLLLoss extends nn.NLLLoss {
        override forward(input: Tensor, target: Tensor): Tensor {
          const loss = super.forward(input, target)
          watcher.onLoss(loss)
          return loss
        }
      }
      return { ...nn, Sequential, NLLLoss }
    },
    '@nn/data': async () => {
      const data = await import('@nn/data')
      const source = { url: watcher.mnistUrl, verify: false, onProgress: watcher.onProgress }
      const load = (...args: unknown[]): Promise<unknown> => {
        const options = typeof args.at(-1) === 'object' ? (args.pop() as object) : {}
        return Reflect.apply(data.MNIST.load, data.MNIST, [...args, { ...source, ...options }])
      }
      return { ...data, MNIST: { load } }
    },
  }
}
