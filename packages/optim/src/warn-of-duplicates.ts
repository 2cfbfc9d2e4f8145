let isWarned = false

/** Says on the console, once, that a group has a parameter several times. */
export function warnOfDuplicates(owner: string): void {
  if (isWarned) return
  isWarned = true
  console.warn(`${owner} has a parameter several times: each step changes it as often`)
}
