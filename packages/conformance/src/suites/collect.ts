import type { Result } from '../report'

/** Runs cases, each of which says what differs from PyTorch, or null. One that fails to run has failed. */
export function collect<T>(
  name: string,
  cases: readonly T[],
  check: (testCase: T) => string | null,
  title: (testCase: T, index: number) => string = (_, index) => `case ${index}`,
): Result {
  const failures = cases.flatMap((testCase, i) => {
    const difference = checked(testCase, check)
    return difference === null ? [] : [`${title(testCase, i)}: ${difference}`]
  })
  return { name, cases: cases.length, failures }
}

function checked<T>(testCase: T, check: (testCase: T) => string | null): string | null {
  try {
    return check(testCase)
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  }
}
