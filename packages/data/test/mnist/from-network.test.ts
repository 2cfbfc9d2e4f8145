import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it, onTestFinished } from 'vitest'
import { DatasetError, type DownloadProgress, FashionMNIST, MNIST } from '../../src/index'
import { folderWith } from '../support/folder'
import { official } from '../support/official'
import { IMAGES, LABELS, ownImages, ownLabels } from '../support/own-images'
import { type Answer, serve } from '../support/server'

const images = official(IMAGES)
const labels = official(LABELS)
/** The labels with one byte changed. */
const changed = labels.map((byte, i) => (i === 1000 ? byte ^ 1 : byte))
const packed = { [`/${IMAGES}.gz`]: gzipSync(images, { level: 1 }), [`/${LABELS}.gz`]: gzipSync(labels) }
const plain = { [`/${IMAGES}`]: images, [`/${LABELS}`]: labels }

/** Every file in a folder and below. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
    .sort()
}

function load(root: string, url: string | string[]): Promise<MNIST> {
  return MNIST.load({ root, url, train: false })
}

describe('MNIST.load with a url', () => {
  it('fetches packed files, and keeps them unpacked in root for the next time', async () => {
    const { url, requests } = await serve(packed)
    const root = folderWith()
    expect((await load(root, url)).targets.at(':3').toArray()).toEqual([7, 2, 1])
    expect(filesIn(join(root, 'MNIST', 'raw'))).toEqual([IMAGES, LABELS])
    expect(new Uint8Array(readFileSync(join(root, 'MNIST', 'raw', LABELS)))).toEqual(labels)
    await load(root, url)
    expect(requests).toHaveLength(2)
  })

  it('fetches plain files where there are no packed ones', async () => {
    const { url } = await serve(plain)
    expect((await load(folderWith(), `${url}/`)).length).toBe(10_000)
  })

  it('takes the next address where a file is not found, damaged or not the published one', async () => {
    const answers: Answer[] = [
      gzipSync(changed),
      gzipSync(labels).subarray(0, 1000),
      new TextEncoder().encode('<!doctype html>'),
      (response) => response.writeHead(500).end(),
      (response) => response.writeHead(200, { 'content-length': 10_008 }).write('cut off', () => response.destroy()),
    ]
    const broken = await Promise.all(answers.map((answer) => serve({ ...packed, [`/${LABELS}.gz`]: answer })))
    const whole = await serve(packed)
    const root = folderWith()
    expect(
      (
        await load(
          root,
          [...broken, whole].map(({ url }) => url),
        )
      ).length,
    ).toBe(10_000)
    expect(whole.requests).toEqual([`/${LABELS}.gz`])
    expect(filesIn(root)).toEqual([IMAGES, LABELS])
  })

  it.each<[string, Answer, RegExp]>([
    ['wrong checksum', changed, /wrong checksum, expected MD5 27ae3e4e09519cfbb04c329615203637, found/],
    ['truncated', labels.subarray(0, 500), /expected the 10008 bytes of t10k-labels-idx1-ubyte, found 500/],
    ['truncated gzip', gzipSync(labels).subarray(0, 500), /damaged gzip/],
    [
      'connection lost',
      (response) => response.writeHead(200, { 'content-length': 10_008 }).write('cut off', () => response.destroy()),
      /terminated/,
    ],
    ['server error', (response) => response.writeHead(503).end(), /HTTP status 503/],
  ])('refuses what no address has whole, and leaves nothing behind: %s', async (_, answer, reason) => {
    const { url } = await serve({ ...packed, [`/${LABELS}.gz`]: answer })
    const root = folderWith()
    const loading = load(root, url)
    await expect(loading).rejects.toThrow(DatasetError)
    await expect(loading).rejects.toThrow(reason)
    await expect(loading).rejects.toThrow(`${url}/${LABELS}: HTTP status 404`)
    expect(filesIn(root)).toEqual([])
  })

  // A server says how much it sends, packs and announces; it does not say how much memory that takes here.
  it.each<[string, string, Answer, RegExp]>([
    ['packed', '.gz', gzipSync(new Uint8Array(5e6)), /labels-idx1-ubyte.gz: expected 10008 bytes, found more/],
    ['plain', '', new Uint8Array(2e7), /labels-idx1-ubyte: expected 10008 bytes, found more/],
    [
      'without an end',
      '.gz',
      (response) => {
        response.writeHead(200)
        const chunk = Uint8Array.of(0x1f, 0x8b, ...new Uint8Array(65534))
        const more = (): void => void response.write(chunk, (error) => error ?? more())
        more()
      },
      /labels-idx1-ubyte.gz: expected 11133 bytes, found more/,
    ],
  ])('takes no more bytes than the file has: %s', async (_, ending, answer, reason) => {
    const { url } = await serve({ [`/${IMAGES}`]: images, [`/${LABELS}${ending}`]: answer })
    await expect(load(folderWith(), url)).rejects.toThrow(reason)
  })

  it.each<[string, Answer]>([
    ['at once', () => {}],
    ['half-way', (response) => response.writeHead(200, { 'content-length': 10_008 }).write('half')],
  ])('asks the next address when one stalls: %s', async (_, answer) => {
    const stalling = await serve({ ...packed, [`/${LABELS}.gz`]: answer, [`/${LABELS}`]: answer })
    const whole = await serve(packed)
    const options = { root: folderWith(), train: false, timeout: 100 }
    expect((await MNIST.load({ ...options, url: [stalling.url, whole.url] })).length).toBe(10_000)
    const loading = MNIST.load({ ...options, root: folderWith(), url: stalling.url })
    await expect(loading).rejects.toThrow(/nothing arrived for 0.1 s/)
  })

  it('ends when its signal is aborted, and asks nobody else', async () => {
    const controller = new AbortController()
    const stalling = await serve({ ...packed, [`/${LABELS}.gz`]: () => controller.abort(new Error('enough')) })
    const whole = await serve(packed)
    const url = [stalling.url, whole.url]
    const { signal } = controller
    await expect(MNIST.load({ root: folderWith(), url, train: false, signal })).rejects.toThrow('enough')
    await expect(MNIST.load({ root: folderWith(), url, train: false, signal })).rejects.toThrow('enough')
    expect(whole.requests).toEqual([])
  })

  it('refuses a timeout that is none', async () => {
    const options = { root: folderWith(), url: 'http://127.0.0.1:1', train: false }
    await expect(MNIST.load({ ...options, timeout: Number.NaN })).rejects.toThrow(RangeError)
  })

  it('says why an address does not answer', async () => {
    await expect(load(folderWith(), 'http://127.0.0.1:1')).rejects.toThrow(/could not be fetched: .*127\.0\.0\.1:1/)
  })

  it('leaves no half-written file where one cannot be written', async () => {
    const { url } = await serve(packed)
    const root = folderWith()
    mkdirSync(join(root, 'MNIST', 'raw', IMAGES), { recursive: true })
    writeFileSync(join(root, 'MNIST', 'raw', IMAGES, 'in the way'), '')
    await expect(MNIST.load({ root, url, train: false })).rejects.toThrow(
      `cannot write ${join(root, 'MNIST', 'raw', IMAGES)}: it is a folder`,
    )
    expect(filesIn(root)).toEqual(['in the way'])
  })

  it('starts a download again that was interrupted between two files', async () => {
    const { url, requests } = await serve(packed)
    const root = folderWith({ [`MNIST/raw/${IMAGES}`]: images })
    expect((await load(root, url)).length).toBe(10_000)
    expect(requests).toHaveLength(2)
  })

  it('tells how far it is', async () => {
    const { url } = await serve(plain)
    const progress: DownloadProgress[] = []
    await MNIST.load({ root: folderWith(), url, train: false, onProgress: (step) => progress.push(step) })
    const ofImages = progress.filter(({ file }) => file === IMAGES)
    expect(ofImages.length).toBeGreaterThan(1)
    expect(ofImages.map(({ loaded }) => loaded)).toEqual(ofImages.map(({ loaded }) => loaded).sort((a, b) => a - b))
    expect(ofImages.at(-1)).toEqual({ file: IMAGES, loaded: images.length, total: images.length })
    expect(progress.at(-1)?.total).not.toBeNull()
  })

  it('does not know the total of what the server had the client unpack', async () => {
    const encoded = (body: Uint8Array): Answer => {
      const headers = { 'content-encoding': 'gzip', 'content-length': body.length }
      return (response) => response.writeHead(200, headers).end(body)
    }
    const { url } = await serve(Object.fromEntries(Object.entries(packed).map(([path, body]) => [path, encoded(body)])))
    const progress: DownloadProgress[] = []
    await MNIST.load({ root: folderWith(), url, train: false, onProgress: (step) => progress.push(step) })
    const ofLabels = progress.filter(({ file }) => file === LABELS)
    expect(ofLabels.at(-1)).toEqual({ file: LABELS, loaded: labels.length, total: null })
  })

  it('takes other data where told not to verify, and does not keep it', async () => {
    const { url } = await serve({ [`/${IMAGES}`]: ownImages, [`/${LABELS}`]: ownLabels })
    const root = folderWith()
    expect((await MNIST.load({ root, url, train: false, verify: false })).length).toBe(3)
    expect(filesIn(root)).toEqual([])
    await expect(load(root, url)).rejects.toThrow(/expected the 7840016 bytes/)
  })

  it('fetches nothing when it is not to download', async () => {
    const { url, requests } = await serve(packed)
    const root = folderWith()
    await expect(MNIST.load({ root, url, train: false, download: false })).rejects.toThrow(
      `MNIST: not found (nothing in ${join(root, 'MNIST', 'raw')}), and download is false`,
    )
    expect(requests).toEqual([])
  })

  it('keeps Fashion-MNIST apart', async () => {
    const { url } = await serve({ [`/${IMAGES}`]: ownImages, [`/${LABELS}`]: ownLabels })
    const dataset = await FashionMNIST.load({ root: folderWith(), url, train: false, verify: false })
    expect(dataset.classes[dataset.get(0)[1]]).toBe('Sneaker')
  })
})

describe('MNIST.load without Node', () => {
  function withoutNode(): void {
    const { getBuiltinModule } = process
    Object.assign(process, { getBuiltinModule: undefined })
    onTestFinished(() => {
      Object.assign(process, { getBuiltinModule })
    })
  }

  it('fetches from a url', async () => {
    const { url } = await serve(packed)
    withoutNode()
    expect((await MNIST.load({ url, train: false })).length).toBe(10_000)
  })

  it('asks for a url', async () => {
    withoutNode()
    await expect(MNIST.load({ train: false })).rejects.toThrow(/^MNIST: pass url, the address of a folder/)
  })
})
