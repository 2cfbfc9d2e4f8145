/** A file of a dataset that is missing, damaged, not what it should be, or that could not be fetched. */
export class DatasetError extends Error {
  override readonly name: string = 'DatasetError'
}
