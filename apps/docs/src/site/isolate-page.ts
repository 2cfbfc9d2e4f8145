const RELOADED = 'nn-isolation-reloaded'

/**
 * Where the server does not send the headers that isolate a page, and without which its workers share no memory, has a
 * service worker add them. They count from the next load on, so the page is loaded once more, unless the reader has
 * begun to use it. Where none of this is possible, computing goes on in one thread.
 *
 * @param workerUrl the address of isolation-worker.js
 */
export async function isolatePage(workerUrl: string): Promise<void> {
  if (crossOriginIsolated || !('serviceWorker' in navigator)) return
  try {
    await navigator.serviceWorker.register(workerUrl)
    await navigator.serviceWorker.ready
    if (!navigator.userActivation?.hasBeenActive && markReloaded()) location.reload()
  } catch {
    // The browser forbids service workers here, or storage.
  }
}

/** True the first time in this tab, so that a page which stays without isolation is not loaded again and again. */
function markReloaded(): boolean {
  if (sessionStorage.getItem(RELOADED) !== null) return false
  sessionStorage.setItem(RELOADED, 'yes')
  return true
}
