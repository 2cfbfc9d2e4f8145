/** A count with separators: `60,000`. */
export function formatCount(n: number): string {
  return Math.round(n).toLocaleString('en-US')
}

/** A share of one: `89.98 %`. */
export function formatPercent(fraction: number, digits: number): string {
  return `${(fraction * 100).toFixed(digits)} %`
}

/** A duration as one would say it: `2.4 s`, `37 s`, `2 min 5 s`, `1 h 20 min`. */
export function formatDuration(seconds: number): string {
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`
  const whole = Math.round(seconds)
  if (whole < 60) return `${whole} s`
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`
}
