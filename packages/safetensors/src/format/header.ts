/** The name in the header under which the metadata stand. */
export const METADATA = '__metadata__'

/** What the format's own readers take at most. */
export const MAX_HEADER_BYTES = 100_000_000

/** Bytes in front of the header that tell its length. */
export const LENGTH_BYTES = 8
