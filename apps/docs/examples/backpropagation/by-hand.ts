const sigmoid = (z: number) => 1 / (1 + Math.exp(-z))

const [x, y] = [1, 3]
const [w1, b1, w2, b2, v1, v2, c] = [1, 1, 2, -1, 1, 2, -1]

// Forward.
const z1 = w1 * x + b1
const z2 = w2 * x + b2
const h1 = sigmoid(z1)
const h2 = sigmoid(z2)
const out = v1 * h1 + v2 * h2 + c
const loss = (out - y) ** 2
console.log('h1, h2:', h1.toFixed(4), h2.toFixed(4))
console.log('output:', out.toFixed(4), 'loss:', loss.toFixed(4))

// Backward: each line uses the one before.
const dOut = 2 * (out - y)
const dH1 = dOut * v1
const dZ1 = dH1 * h1 * (1 - h1)
const dW1 = dZ1 * x
const dH2 = dOut * v2
const dZ2 = dH2 * h2 * (1 - h2)
const dW2 = dZ2 * x
console.log('by output:', dOut.toFixed(4))
console.log('by v1, v2, c:', (dOut * h1).toFixed(4), (dOut * h2).toFixed(4), dOut.toFixed(4))
console.log('by w1, b1:', dW1.toFixed(4), dZ1.toFixed(4))
console.log('by w2, b2:', dW2.toFixed(4), dZ2.toFixed(4))
