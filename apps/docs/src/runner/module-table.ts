import type { Figure } from '../display/figure'
import type { ModuleTable } from './run-program'

/** The packages, each in a file of its own that is fetched when a program imports it. */
export const libraryModules: ModuleTable = {
  '@nn/tensor': () => import('@nn/tensor'),
  '@nn/autograd': () => import('@nn/autograd'),
  '@nn/autograd/drawing': () => import('@nn/autograd/drawing'),
  '@nn/nn': () => import('@nn/nn'),
  '@nn/optim': () => import('@nn/optim'),
  '@nn/data': () => import('@nn/data'),
  '@nn/backend-wasm': () => import('@nn/backend-wasm'),
}

/** What programs may import in the browser. */
export function moduleTable(showFigure: (figure: Figure) => void, dataUrl: string): ModuleTable {
  return {
    ...libraryModules,
    '@nn/docs/display': async () => {
      const { createDisplay } = await import('../display/create-display')
      return createDisplay(showFigure)
    },
    '@nn/docs/mnist': async () => {
      const { createMnist } = await import('../mnist/create-mnist')
      const { siteSources } = await import('../mnist/site-sources')
      return createMnist(siteSources(dataUrl))
    },
  }
}
