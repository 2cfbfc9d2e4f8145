import { jsBackend, setBackend } from '@nn/tensor'

export type BackendName = 'wasm' | 'js'

/** Makes a backend compute from now on. */
export async function useBackend(name: BackendName): Promise<void> {
  if (name === 'js') {
    setBackend(jsBackend)
  } else {
    const { useWasm } = await import('@nn/backend-wasm')
    await useWasm()
  }
}
