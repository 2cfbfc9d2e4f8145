import type { WriteStream } from 'node:tty'

/** The characters that fit into a line: some terminals do not tell, and what is no terminal takes any number. */
export function terminalColumns({ isTTY, columns }: Pick<WriteStream, 'isTTY' | 'columns'>): number {
  if (!isTTY) return Number.POSITIVE_INFINITY
  return columns || 80
}
