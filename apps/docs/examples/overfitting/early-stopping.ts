// Validation losses as a training run may give them.
const validationLosses = [0.9, 0.62, 0.51, 0.47, 0.46, 0.48, 0.47, 0.5, 0.53, 0.58]
const patience = 3

let best = Infinity
let bestEpoch = 0
for (const [epoch, loss] of validationLosses.entries()) {
  if (loss < best) {
    best = loss
    bestEpoch = epoch
    console.log(`epoch ${epoch}: ${loss}, the best so far: keep a copy of the weights`)
  } else if (epoch - bestEpoch >= patience) {
    console.log(`epoch ${epoch}: ${loss}, stop; go back to epoch ${bestEpoch}`)
    break
  } else {
    console.log(`epoch ${epoch}: ${loss}`)
  }
}
