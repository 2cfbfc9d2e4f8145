/**
 * Why WebAssembly is forbidden where a program runs.
 *
 * @throws the error itself where it has another reason: what could not be loaded now may be there later.
 */
export function reasonOfRefusal(error: unknown): string {
  const { message } = error as Error
  // The engine knows the modules' instructions, or they would not have come so far.
  if (error instanceof EvalError || error instanceof WebAssembly.CompileError) {
    return `WebAssembly is forbidden here ('wasm-unsafe-eval' in the content security policy allows it): ${message}`
  }
  if ('ServiceWorkerGlobalScope' in globalThis && error instanceof TypeError) {
    return `a service worker cannot load parts of its program later (bundle it into one file): ${message}`
  }
  throw error
}
