import { MNIST } from '@nn/data'
import { expect, test } from 'vitest'
import { centreDigit, SIDE } from '../../../src/playground/drawing/centre-digit'
import type { Ink } from '../../../src/playground/drawing/ink'

const testset = await MNIST.load({ train: false })

function digit(index: number): Uint8Array {
  return Uint8Array.from(testset.images.at(index).toTypedArray())
}

/** An MNIST image as someone might have drawn it: larger, and somewhere on a large sheet. */
function drawn(image: Uint8Array, { factor, left, top }: { factor: number; left: number; top: number }): Ink {
  const side = 500
  const pixels = new Uint8Array(side * side)
  for (let y = 0; y < SIDE * factor; y++) {
    for (let x = 0; x < SIDE * factor; x++) {
      const ink = image[Math.floor(y / factor) * SIDE + Math.floor(x / factor)] as number
      pixels[(top + y) * side + left + x] = ink
    }
  }
  return { pixels, width: side, height: side }
}

/** The means of the pixels' places, weighted with their ink. */
function centreOf(image: Uint8Array): [x: number, y: number] {
  const mass = image.reduce((sum, ink) => sum + ink, 0)
  const mean = (place: (i: number) => number): number => image.reduce((sum, ink, i) => sum + ink * place(i), 0) / mass
  return [mean((i) => i % SIDE), mean((i) => Math.floor(i / SIDE))]
}

const places = [
  { factor: 1, left: 0, top: 0 },
  { factor: 1, left: 311, top: 77 },
  { factor: 10, left: 3, top: 200 },
  { factor: 17, left: 20, top: 1 },
]

test.each(places)('centreDigit gives an MNIST image back that was moved and enlarged: %o', (place) => {
  for (const index of [0, 1, 2, 3, 4, 7, 8, 11, 61]) {
    expect(centreDigit(drawn(digit(index), place)), `image ${index}`).toEqual(digit(index))
  }
})

test('centreDigit puts the centre of mass of digits of other sizes where MNIST has it', () => {
  for (let index = 0; index < 50; index++) {
    const factor = 2.37 + (index % 9)
    const centred = centreDigit(drawn(digit(index), { factor, left: index, top: 3 * index }))
    const [[x, y], [expectedX, expectedY]] = [centreOf(centred!), centreOf(digit(index))]
    expect(Math.abs(x - expectedX), `image ${index}`).toBeLessThan(1)
    expect(Math.abs(y - expectedY), `image ${index}`).toBeLessThan(1)
  }
})

test('centreDigit keeps the proportions: a long stroke becomes 20 pixels long and thin', () => {
  const pixels = new Uint8Array(300 * 300)
  for (let y = 40; y < 240; y++) pixels.fill(255, y * 300 + 10, y * 300 + 40)
  const image = centreDigit({ pixels, width: 300, height: 300 })!
  const rows = [...Array(SIDE).keys()].map(
    (y) => image.subarray(y * SIDE, (y + 1) * SIDE).filter((ink) => ink > 0).length,
  )
  expect(rows.filter((ink) => ink > 0)).toEqual(new Array(20).fill(3))
})

test('centreDigit has nothing to say about blank paper', () => {
  expect(centreDigit({ pixels: new Uint8Array(100), width: 10, height: 10 })).toBeNull()
})

test('centreDigit keeps all ink of a drawing whose mass is at its edge', () => {
  const pixels = new Uint8Array(100 * 100)
  pixels.fill(255, 0, 100 * 10)
  for (let y = 10; y < 100; y++) pixels[y * 100] = 255
  const image = centreDigit({ pixels, width: 100, height: 100 })!
  const rows = [...Array(SIDE).keys()].map((y) => image.subarray(y * SIDE, (y + 1) * SIDE))
  expect(rows.filter((row) => row.some((ink) => ink > 0))).toHaveLength(20)
})
