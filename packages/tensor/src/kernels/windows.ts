/** Where the windows of a pool lie along one dimension: window i covers start[i], start[i] + step, ... below end[i]. */
export interface Windows {
  /** First element inside the input. */
  readonly start: readonly number[]
  /** Behind the last element inside the input. */
  readonly end: readonly number[]
  /** Distance between elements of a window: the dilation. */
  readonly step: number
}
