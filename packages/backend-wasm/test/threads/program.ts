// A program that computes on threads and ends without a word to them.

import { useWasm } from '@nn/backend-wasm'
import { ones } from '@nn/tensor'

await useWasm({ threads: 3 })
const square = ones([1024, 1024])
const product = square.matmul(square)
// By now the threads have started, and sleep.
await new Promise((resolve) => setTimeout(resolve, 100))
console.log(product.matmul(square).at(1, 2).item())
