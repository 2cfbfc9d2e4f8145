// A page that asks the service worker and prints the answer.

navigator.serviceWorker.addEventListener('message', ({ data }) => console.log(data))
await navigator.serviceWorker.register(location.hash.slice(1), { type: 'module' })
const { active } = await navigator.serviceWorker.ready
active.postMessage('')
