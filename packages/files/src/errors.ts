/** The code of an error of the system, such as `ENOSPC`. */
export function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException | undefined)?.code
}

/** `cannot write model.safetensors: it is a folder` */
export function cannotWrite(path: string, reason: string, cause?: unknown): Error {
  return new Error(`cannot write ${path}: ${reason}`, cause === undefined ? {} : { cause })
}

/** What the system says, without the call and the name of a temporary file that mean nothing to the user. */
export function reasonOf(error: unknown): string {
  return (error as Error).message.replace(/, \w+( '.*)?$/s, '')
}
