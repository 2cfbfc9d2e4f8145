/** WebAssembly memory has no room for what a kernel needs at once. */
export class OutOfMemory extends RangeError {
  override readonly name = 'OutOfMemory'
}

/** Runs a kernel; false where its operands found no room, so that it has done nothing. */
export function fitsInMemory(kernel: () => void): boolean {
  try {
    kernel()
    return true
  } catch (error) {
    if (error instanceof OutOfMemory) return false
    throw error
  }
}
