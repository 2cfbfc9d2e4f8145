// A service worker that answers as the network does, with the headers that isolate the page. It keeps nothing.

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('fetch', (event) => {
  const { request } = event
  const isOurs = new URL(request.url).origin === self.location.origin
  // Browsers refuse to fetch this combination, which only their own tools ask for.
  const isFetchable = request.cache !== 'only-if-cached' || request.mode === 'same-origin'
  if (isOurs && isFetchable) event.respondWith(isolated(request))
})

async function isolated(request) {
  const response = await fetch(request)
  // A redirection that the browser is to follow itself.
  if (response.status === 0) return response
  const headers = new Headers(response.headers)
  headers.set('Cross-Origin-Opener-Policy', 'same-origin')
  headers.set('Cross-Origin-Embedder-Policy', 'require-corp')
  headers.set('Cross-Origin-Resource-Policy', 'same-origin')
  const { body, status, statusText } = response
  return new Response(body, { status, statusText, headers })
}
