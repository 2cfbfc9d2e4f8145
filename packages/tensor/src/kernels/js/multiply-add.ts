/** A matrix as it lies in an array: element [i, j] is at i · rowStep + j · colStep. */
export interface Matrix {
  readonly data: Float64Array
  readonly rows: number
  readonly cols: number
  readonly rowStep: number
  readonly colStep: number
}

/** The rows × cols matrix that an array holds row by row. */
export function rowMajor(data: Float64Array, rows: number, cols: number): Matrix {
  return { data, rows, cols, rowStep: cols, colStep: 1 }
}

export function transposed({ data, rows, cols, rowStep, colStep }: Matrix): Matrix {
  return { data, rows: cols, cols: rows, rowStep: colStep, colStep: rowStep }
}

/**
 * out += a b, with `out` row-major. Four columns of b at a time, which stay in the cache while all rows of a meet them.
 */
export function multiplyAdd(a: Matrix, b: Matrix, out: Float64Array): void {
  const inFours = b.cols - (b.cols % 4)
  for (let j = 0; j < inFours; j += 4) addFourColumns(a, b, j, out)
  for (let j = inFours; j < b.cols; j++) addColumn(a, b, j, out)
}

function addFourColumns(a: Matrix, b: Matrix, j: number, out: Float64Array): void {
  const { data: x, cols: depth, colStep: nextX } = a
  const { data: y, rowStep: nextY, colStep: step } = b
  for (let i = 0; i < a.rows; i++) {
    let [s0, s1, s2, s3] = [0, 0, 0, 0]
    for (let k = 0, p = i * a.rowStep, q = j * step; k < depth; k++, p += nextX, q += nextY) {
      const value = x[p] as number
      s0 += value * (y[q] as number)
      s1 += value * (y[q + step] as number)
      s2 += value * (y[q + 2 * step] as number)
      s3 += value * (y[q + 3 * step] as number)
    }
    const at = i * b.cols + j
    out[at] = (out[at] as number) + s0
    out[at + 1] = (out[at + 1] as number) + s1
    out[at + 2] = (out[at + 2] as number) + s2
    out[at + 3] = (out[at + 3] as number) + s3
  }
}

function addColumn(a: Matrix, b: Matrix, j: number, out: Float64Array): void {
  for (let i = 0; i < a.rows; i++) {
    let sum = 0
    for (let k = 0, p = i * a.rowStep, q = j * b.colStep; k < a.cols; k++, p += a.colStep, q += b.rowStep) {
      sum += (a.data[p] as number) * (b.data[q] as number)
    }
    const at = i * b.cols + j
    out[at] = (out[at] as number) + sum
  }
}
