/**
 * Why WebAssembly is forbidden where a program runs, in the engine's words. Modules have been validated before they are
 * compiled: what fails then is forbidden by a content security policy without `wasm-unsafe-eval`, or by the host. A service
 * worker refuses to load parts of a program that was bundled into several files.
 *
 * @throws the error itself where it has another reason: what could not be loaded now may be there later.
 */
export function reasonOfRefusal(error: unknown): string {
  const isForbidden = error instanceof EvalError || error instanceof WebAssembly.CompileError
  if (!isForbidden && !('ServiceWorkerGlobalScope' in globalThis && error instanceof TypeError)) throw error
  return `WebAssembly is forbidden here: ${error.message}`
}
