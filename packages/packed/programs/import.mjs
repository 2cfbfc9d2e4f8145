// Imports a package where whatever reaches out of a program throws: random numbers, the clock's timers, the network, the
// console, threads. Cloudflare's workers refuse these while a program is loaded.
//
//   node import.mjs @nn/tensor

const [name] = process.argv.slice(2)

function trap(owner, method, ownerName) {
  Object.defineProperty(owner, method, {
    configurable: true,
    writable: true,
    value() {
      throw new Error(`${ownerName}.${method} was called while ${name} was loaded`)
    },
  })
}

const print = console.log.bind(console)
for (const method of ['getRandomValues', 'randomUUID']) trap(crypto, method, 'crypto')
trap(Math, 'random', 'Math')
for (const method of ['now', 'mark', 'measure']) trap(performance, method, 'performance')
for (const method of ['log', 'info', 'warn', 'error', 'debug']) trap(console, method, 'console')
for (const method of ['compile', 'instantiate', 'Module', 'Instance', 'Memory'])
  trap(WebAssembly, method, 'WebAssembly')
for (const method of ['on', 'once', 'addListener', 'exit', 'cwd']) trap(process, method, 'process')
const world = [
  'fetch',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'SharedArrayBuffer',
  'FinalizationRegistry',
]
for (const method of [...world, 'BroadcastChannel', 'MessageChannel', 'WebSocket', 'Worker'])
  trap(globalThis, method, 'globalThis')

const before = Object.getOwnPropertyNames(globalThis)
const module = await import(name)
const added = Object.getOwnPropertyNames(globalThis).filter((key) => !before.includes(key))
print(JSON.stringify({ exports: Object.keys(module).length, added }))
