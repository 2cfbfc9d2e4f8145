import { mkdirSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, relative } from 'node:path'
import { gzipSync } from 'node:zlib'
import { tensor, zeros } from '@nn/tensor'
import { describe, expect, it } from 'vitest'
import { DataLoader, DatasetError, FashionMNIST, MNIST, writeIdx } from '../../src/index'
import { folderWith } from '../support/folder'
import { official } from '../support/official'
import { IMAGES, LABELS, ownImages, ownLabels } from '../support/own-images'

function load(root: string, options: { verify?: boolean } = {}): Promise<MNIST> {
  return MNIST.load({ root, train: false, download: false, ...options })
}

describe('MNIST.load with a root', () => {
  it('reads the files in it', async () => {
    const dataset = await load(folderWith({ [IMAGES]: ownImages, [LABELS]: ownLabels }))
    expect(dataset.length).toBe(3)
    expect(dataset.get(2)[0].toArray()).toEqual([
      [160, 180],
      [200, 220],
    ])
    expect(dataset.targets.toArray()).toEqual([7, 0, 9])
  })

  it('reads packed files', async () => {
    const root = folderWith({ [`${IMAGES}.gz`]: gzipSync(ownImages), [LABELS]: ownLabels })
    expect((await load(root)).length).toBe(3)
  })

  it('unpacks no further than the file says of itself', async () => {
    const endless = gzipSync(Uint8Array.of(...ownImages, ...new Uint8Array(1e5)))
    const root = folderWith({ [`${IMAGES}.gz`]: endless, [LABELS]: ownLabels })
    await expect(load(root)).rejects.toThrow(`${IMAGES}.gz: expected ${ownImages.length} bytes, found more`)
  })

  it('reads files where torchvision puts them', async () => {
    const files = { [`MNIST/raw/${IMAGES}`]: ownImages, [`MNIST/raw/${LABELS}`]: ownLabels }
    expect((await load(folderWith(files))).length).toBe(3)
  })

  it('takes ~ for the home folder', async () => {
    const root = folderWith({ [IMAGES]: ownImages, [LABELS]: ownLabels })
    expect((await load(`~/${relative(homedir(), root)}`)).length).toBe(3)
  })

  it('takes the installed copy where the folder has none, or is not there', async () => {
    const root = folderWith()
    expect((await load(root)).length).toBe(10_000)
    expect((await load(join(root, 'nowhere'))).length).toBe(10_000)
  })

  it('accepts the published files', async () => {
    expect((await load(folderWith({ [IMAGES]: official(IMAGES), [LABELS]: official(LABELS) }))).length).toBe(10_000)
  })

  it('refuses a folder that has only some of the files', async () => {
    const root = folderWith({ [IMAGES]: ownImages })
    await expect(load(root)).rejects.toThrow(
      new DatasetError(`${root} has only some of the files: ${LABELS} is missing`),
    )
  })

  it('refuses a folder in the place of a file', async () => {
    const root = folderWith({ [LABELS]: ownLabels })
    mkdirSync(join(root, IMAGES))
    await expect(load(root)).rejects.toThrow(`${join(root, IMAGES)} cannot be read: EISDIR`)
  })

  it('refuses a root that is no folder', async () => {
    const root = join(folderWith({ file: ownLabels }), 'file')
    await expect(load(root)).rejects.toThrow(`${root} cannot be read: ENOTDIR`)
  })

  it('refuses files with one byte changed, unless told not to verify', async () => {
    const labels = official(LABELS)
    labels[1000]! ^= 1
    const root = folderWith({ [IMAGES]: official(IMAGES), [LABELS]: labels })
    await expect(load(root)).rejects.toThrow(
      `${join(root, LABELS)}: wrong checksum, expected MD5 27ae3e4e09519cfbb04c329615203637, found `,
    )
    expect((await load(root, { verify: false })).length).toBe(10_000)
  })

  it('refuses MNIST in the place of Fashion-MNIST, which has the same files', async () => {
    const root = folderWith({ [IMAGES]: official(IMAGES), [LABELS]: official(LABELS) })
    await expect(FashionMNIST.load({ root, train: false })).rejects.toThrow(/wrong checksum/)
  })

  it('refuses truncated and overlong files', async () => {
    const root = folderWith({ [IMAGES]: ownImages, [LABELS]: ownLabels.subarray(0, 10) })
    await expect(load(root)).rejects.toThrow(`${join(root, LABELS)}: truncated, its header says [3]`)
    writeFileSync(join(root, LABELS), new Uint8Array([...ownLabels, 0]))
    await expect(load(root)).rejects.toThrow('too long, its header says [3]')
  })

  it('refuses damaged packed files', async () => {
    const root = folderWith({ [`${IMAGES}.gz`]: gzipSync(ownImages).subarray(0, 30), [LABELS]: ownLabels })
    await expect(load(root)).rejects.toThrow(`${join(root, IMAGES)}.gz: damaged gzip, `)
  })

  it('refuses labels in the place of images, and other elements than bytes', async () => {
    const mixedUp = folderWith({ [IMAGES]: ownLabels, [LABELS]: ownLabels })
    await expect(load(mixedUp)).rejects.toThrow(
      `${join(mixedUp, IMAGES)}: expected images, uint8 of 3 dimensions, found uint8 [3]`,
    )
    const floats = folderWith({ [IMAGES]: ownImages, [LABELS]: writeIdx(tensor([0.5, 1, 2])) })
    await expect(load(floats)).rejects.toThrow('expected labels, uint8 of 1 dimension, found float32 [3]')
  })

  it('refuses another number of labels than of images', async () => {
    const root = folderWith({ [IMAGES]: ownImages, [LABELS]: writeIdx(tensor([1, 2], { dtype: 'uint8' })) })
    await expect(load(root)).rejects.toThrow(
      `${join(root, IMAGES)} has 3 images, but ${join(root, LABELS)} has 2 labels`,
    )
  })

  it('reads files without images as an empty dataset', async () => {
    const root = folderWith({
      [IMAGES]: writeIdx(zeros([0, 28, 28], { dtype: 'uint8' })),
      [LABELS]: writeIdx(zeros([0], { dtype: 'uint8' })),
    })
    const dataset = await load(root)
    expect([...new DataLoader(dataset)]).toEqual([])
    expect(() => new DataLoader(dataset, { shuffle: true })).toThrow(RangeError)
  })
})
