import { WholeFile } from '../../src/index'

/** A program that saves a file again and again, each time full of another byte, until it is killed. */
const path = process.argv[2] as string
for (let round = 0; ; round++) {
  const file = await WholeFile.open(path)
  if (round === 0) console.log('saving')
  await file.write(new Uint8Array(4 << 20).fill(round))
}
