/** The name in the header under which the metadata stand. */
export const METADATA = '__metadata__'

/** Bytes in front of the header that tell its length. */
export const LENGTH_BYTES = 8
