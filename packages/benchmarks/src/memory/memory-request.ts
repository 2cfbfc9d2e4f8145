/** How a training loop may be written. */
export const loops = ['plain', 'for await', 'scope'] as const

export interface MemoryRequest {
  readonly loop: (typeof loops)[number]
  readonly steps: number
}
