/** A command line that asks for something that cannot be, though each word of it is fine. */
export class UsageError extends Error {
  override readonly name: string = 'UsageError'
}
