/** Addresses are multiples of it: a cache line, so that vectors never straddle two. */
const ALIGNMENT = 64

interface Span {
  readonly address: number
  readonly size: number
}

/**
 * Hands out blocks of a range of addresses and takes them back. A freed block waits for the next request of its size, as
 * training asks for the same sizes at every step; only when nothing fits are freed neighbours joined.
 */
export class Arena {
  /** Freed blocks by size, the last freed on top: it is the likeliest to be in the cache still. */
  private readonly freed = new Map<number, number[]>()
  /** Ranges that are in no block, in order of address. */
  private spans: Span[] = []
  readonly start: number
  end: number
  /** Bytes in blocks that were handed out. */
  used = 0

  constructor(start: number, end: number) {
    this.start = roundUp(start)
    this.spans.push({ address: this.start, size: end - this.start })
    this.end = end
  }

  /** The size that a request for `bytes` takes. */
  static sizeFor(bytes: number): number {
    return roundUp(Math.max(bytes, 1))
  }

  /** The address of a block of `size` bytes (from `sizeFor`), or null where no range is long enough. */
  allocate(size: number): number | null {
    const address = this.freed.get(size)?.pop() ?? this.carve(size)
    if (address !== null) this.used += size
    return address
  }

  free(address: number, size: number): void {
    this.used -= size
    const stack = this.freed.get(size)
    if (stack === undefined) this.freed.set(size, [address])
    else stack.push(address)
  }

  /** Joins freed blocks that lie side by side, so that larger ones can be had. */
  join(): void {
    const spans = [...this.spans]
    for (const [size, addresses] of this.freed) for (const address of addresses) spans.push({ address, size })
    this.freed.clear()
    this.spans = joined(spans)
  }

  /** The range goes on to `end` now. */
  extend(end: number): void {
    this.spans = joined([...this.spans, { address: this.end, size: end - this.end }])
    this.end = end
  }

  /** A block from the first range that is long enough. */
  private carve(size: number): number | null {
    const i = this.spans.findIndex((span) => span.size >= size)
    const span = this.spans[i]
    if (span === undefined) return null
    if (span.size === size) this.spans.splice(i, 1)
    else this.spans[i] = { address: span.address + size, size: span.size - size }
    return span.address
  }
}

function roundUp(bytes: number): number {
  return Math.ceil(bytes / ALIGNMENT) * ALIGNMENT
}

function joined(spans: Span[]): Span[] {
  spans.sort((a, b) => a.address - b.address)
  const out: Span[] = []
  for (const span of spans) {
    const last = out.at(-1)
    if (last !== undefined && last.address + last.size === span.address) {
      out[out.length - 1] = { address: last.address, size: last.size + span.size }
    } else if (span.size > 0) out.push(span)
  }
  return out
}
