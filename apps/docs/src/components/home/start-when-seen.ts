/**
 * Calls a function once an element is on the screen, unless the reader asked for less motion or less traffic.
 *
 * @returns a function that stops waiting
 */
export function startWhenSeen(element: Element, start: () => void): () => void {
  if (prefersQuiet()) return () => {}
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return
      observer.disconnect()
      start()
    },
    { threshold: 0.5 },
  )
  observer.observe(element)
  return () => observer.disconnect()
}

function prefersQuiet(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean; effectiveType?: string } }
  const isSlow = connection?.effectiveType !== undefined && connection.effectiveType !== '4g'
  return matchMedia('(prefers-reduced-motion: reduce)').matches || connection?.saveData === true || isSlow
}
