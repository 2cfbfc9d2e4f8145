import type { DownloadProgress } from '../files/fetch-file'

/** Where the files of a collection come from. */
export interface SourceOptions {
  /** The training set or the test set. Default true. */
  train?: boolean
  /**
   * The folder to look in for the files, packed or not, and to put them in when they are downloaded (as torchvision does,
   * in `MNIST/raw`). Only in Node. Default: the folder `nn` where the user's caches are (`XDG_CACHE_HOME` or `~/.cache`, on
   * Windows `LOCALAPPDATA`); one that cannot be used is passed over.
   */
  root?: string
  /** Whether to download what was not found. Default true. */
  download?: boolean
  /** Addresses of folders to fetch from, in place of the installed copy and the known mirrors. Browsers need one. */
  url?: string | readonly string[]
  /**
   * Whether files must be the published ones. Default true; in `root`, files of another length than the published ones
   * are taken as your own. What was fetched unverified is not kept in `root`.
   */
  verify?: boolean
  /** Milliseconds without a byte after which an address is given up for the next one. Default 30,000. */
  timeout?: number
  /** Ends a download when it is aborted; `load` rejects with its reason. */
  signal?: AbortSignal
  /** Called as bytes arrive. */
  onProgress?: (progress: DownloadProgress) => void
}
