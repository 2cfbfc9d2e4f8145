import type { DataFile } from '../../files/data-file'
import type { Collection } from '../collection'
import type { SourceOptions } from '../source-options'

/** Files of a collection that are asked for. */
export interface FileRequest {
  readonly collection: Collection
  readonly files: readonly DataFile[]
  readonly options: SourceOptions
}

/** A file, unpacked, and what errors call it: its path or address. */
export interface FoundFile {
  readonly name: string
  readonly bytes: Uint8Array
}
