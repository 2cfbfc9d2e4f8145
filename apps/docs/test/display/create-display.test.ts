import '@nn/autograd'
import { ones, ShapeError, tensor } from '@nn/tensor'
import { describe, expect, it } from 'vitest'
import { createDisplay, type Display } from '../../src/display/create-display'
import { describeFigure, type Figure } from '../../src/display/figure'

function shownBy(program: (display: Display) => void): Figure {
  const figures: Figure[] = []
  program(createDisplay((figure) => figures.push(figure)))
  return figures[0] as Figure
}

describe('plotLines', () => {
  it('counts steps from one', () => {
    const figure = shownBy(({ plotLines }) => plotLines({ series: { train: [3, 2, 1], validation: [3, 2.5] } }))
    expect(figure).toMatchObject({ kind: 'lines', x: [1, 2, 3] })
    expect(describeFigure(figure)).toBe('[plot: train, validation — 3 points]')
  })

  it('takes places of its own', () => {
    const figure = shownBy(({ plotLines }) => plotLines({ x: [-1, 1], series: { loss: [2, 3] } }))
    expect(figure).toMatchObject({ x: [-1, 1] })
  })
})

describe('showImages', () => {
  it('scales each image from black to white', () => {
    const images = tensor([
      [
        [-1, 0],
        [1, 1],
      ],
      [
        [5, 5],
        [5, 5],
      ],
    ])
    const figure = shownBy(({ showImages }) => showImages(images, { labels: [7, 'five'] }))
    expect(figure).toEqual({
      kind: 'images',
      height: 2,
      width: 2,
      images: [Uint8ClampedArray.of(0, 128, 255, 255), Uint8ClampedArray.of(0, 0, 0, 0)],
      labels: ['7', 'five'],
    })
    expect(describeFigure(figure)).toBe('[images: 2 images of 2 × 2]')
  })

  it('takes images with a channel, and one alone', () => {
    expect(shownBy(({ showImages }) => showImages(ones([3, 1, 4, 5])))).toMatchObject({ height: 4, width: 5 })
    expect(describeFigure(shownBy(({ showImages }) => showImages(ones([4, 5]))))).toBe('[images: 1 image of 4 × 5]')
  })

  it('refuses what is no image', () => {
    expect(() => shownBy(({ showImages }) => showImages(ones([3])))).toThrow(ShapeError)
    expect(() => shownBy(({ showImages }) => showImages(ones([2, 3, 4, 5])))).toThrow(/\[n, H, W\].*\[2, 3, 4, 5\]/)
  })
})

describe('showBars', () => {
  it('needs a label for each value', () => {
    expect(() => shownBy(({ showBars }) => showBars({ labels: ['a'], values: [1, 2] }))).toThrow(
      /1 labels for 2 values/,
    )
    expect(describeFigure(shownBy(({ showBars }) => showBars({ labels: [0, 1], values: [0.5, 0.5] })))).toBe(
      '[bars: 0, 1]',
    )
  })
})

describe('showGraph', () => {
  it('gives boxes and arrows in plain data, which can be sent', () => {
    const x = tensor([1, 2], { dtype: 'float32', requiresGrad: true })
    const figure = shownBy(({ showGraph }) => showGraph(x.mul(2), { params: { x } }))
    expect(structuredClone(figure)).toEqual(figure)
    expect(figure).toMatchObject({
      kind: 'graph',
      nodes: [
        { kind: 'output', lines: ['(2)'] },
        { kind: 'function', lines: ['MulBackward0'] },
        { kind: 'function', lines: ['AccumulateGrad'] },
        { kind: 'leaf', lines: ['x', '(2)'] },
      ],
      edges: [{ kind: 'data' }, { kind: 'data' }, { kind: 'data' }],
    })
    expect(describeFigure(figure)).toBe('[graph: 4 nodes]')
  })
})
