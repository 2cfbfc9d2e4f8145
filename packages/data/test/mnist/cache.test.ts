import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import { join } from 'node:path'
import { type FileFault, failEachOperation } from '@nn/testing'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { md5 } from '../../src/files/md5'
import { nodeModules } from '../../src/files/node-modules'
import { DatasetError, FashionMNIST, MNIST } from '../../src/index'
import { inNode } from '../../src/mnist/sources/in-node'
import type { FileRequest } from '../../src/mnist/sources/request'
import { folderWith } from '../support/folder'
import { LABELS, ownImages, ownLabels } from '../support/own-images'
import { serve } from '../support/server'

function env(variables: Readonly<Record<string, string | undefined>>): void {
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value)
  onTestFinished(() => void vi.unstubAllEnvs())
}

function withoutHome(): void {
  env({ XDG_CACHE_HOME: undefined })
  const homedir = vi.spyOn(os, 'homedir').mockImplementation(() => {
    throw new Error('uv_os_homedir returned ENOENT')
  })
  onTestFinished(() => homedir.mockRestore())
}

function warnings(): string[] {
  const lines: string[] = []
  const warn = vi.spyOn(console, 'warn').mockImplementation((line) => void lines.push(line))
  onTestFinished(() => warn.mockRestore())
  return lines
}

/** The folder that is searched by default, from the message that there is nothing in it. */
async function defaultFolder(): Promise<string | undefined> {
  const error: Error = await FashionMNIST.load({ download: false }).catch((reason) => reason)
  return error.message.match(/nothing in (.*)\), and/)?.[1]
}

describe('MNIST.load without a root', () => {
  it('looks where the user keeps caches', async () => {
    env({ XDG_CACHE_HOME: '/caches' })
    expect(await defaultFolder()).toBe('/caches/nn/FashionMNIST/raw')
    env({ XDG_CACHE_HOME: 'relative' })
    expect(await defaultFolder()).toBe(join(os.homedir(), '.cache/nn/FashionMNIST/raw'))
    env({ XDG_CACHE_HOME: '' })
    expect(await defaultFolder()).toBe(join(os.homedir(), '.cache/nn/FashionMNIST/raw'))
  })

  it('looks in LOCALAPPDATA on Windows', async () => {
    const { platform } = process
    onTestFinished(() => void Object.defineProperty(process, 'platform', { value: platform }))
    Object.defineProperty(process, 'platform', { value: 'win32' })
    env({ XDG_CACHE_HOME: '/caches', LOCALAPPDATA: '/local' })
    expect(await defaultFolder()).toBe('/local/nn/FashionMNIST/raw')
    env({ LOCALAPPDATA: undefined })
    expect(await defaultFolder()).toBe(join(os.homedir(), 'AppData/Local/nn/FashionMNIST/raw'))
  })

  it.each(['/dev/null', '/proc/self/mem'])('takes the installed copy where the cache is %s', async (place) => {
    env({ XDG_CACHE_HOME: place })
    expect((await MNIST.load({ train: false })).length).toBe(10_000)
  })

  it('takes the installed copy where the cache may not be read, or is damaged', async () => {
    const folder = folderWith({
      [`nn/MNIST/raw/${LABELS}`]: ownLabels.subarray(0, 5),
      'nn/MNIST/raw/t10k-images-idx3-ubyte': ownImages,
    })
    env({ XDG_CACHE_HOME: folder })
    expect((await MNIST.load({ train: false })).length).toBe(10_000)

    chmodSync(folder, 0)
    onTestFinished(() => chmodSync(folder, 0o700))
    if (process.geteuid?.() === 0) process.seteuid?.(65_534)
    try {
      expect((await MNIST.load({ train: false })).length).toBe(10_000)
    } finally {
      if (process.getuid?.() === 0) process.seteuid?.(0)
    }
  })

  it('takes the installed copy where the user has no home', async () => {
    withoutHome()
    expect((await MNIST.load({ train: false })).length).toBe(10_000)
    await expect(MNIST.load({ train: false, root: '~/data' })).rejects.toThrow(
      new DatasetError('~/data cannot be found: this user has no home folder'),
    )
    await expect(FashionMNIST.load({ download: false })).rejects.toThrow(
      'FashionMNIST: not found (this user has no home folder), and download is false',
    )
  })
})

/** A collection of one small file that only a server has. */
async function smallRequest(root?: string): Promise<FileRequest> {
  const { url } = await serve({ '/labels': ownLabels })
  const file = { name: 'labels', bytes: ownLabels.length, md5: await md5(ownLabels) }
  const split = { images: file, labels: file }
  return {
    collection: { name: 'Small', package: null, mirrors: [], train: split, test: split },
    files: [file],
    options: { url, ...(root === undefined ? {} : { root }) },
  }
}

const node = nodeModules()!

describe('Downloaded files', () => {
  it('are given where they cannot be kept in the cache, with a warning', async () => {
    env({ XDG_CACHE_HOME: '/dev/null' })
    const lines = warnings()
    expect((await inNode(node, await smallRequest()))[0]?.bytes).toEqual(ownLabels)
    expect(lines).toEqual([
      expect.stringMatching(
        /^Small: the files could not be kept for the next time: cannot make the folder \/dev\/null\/nn\/Small\/raw: ENOTDIR/,
      ),
    ])
    withoutHome()
    expect((await inNode(node, await smallRequest()))[0]?.bytes).toEqual(ownLabels)
    expect(lines[1]).toBe(
      'Small: the files could not be kept for the next time: this user has no home folder; pass a root',
    )
  })

  it('have to be kept in a root that was asked for', async () => {
    await expect(inNode(node, await smallRequest('/dev/null/root'))).rejects.toThrow(DatasetError)
  })

  it('take the place of damaged ones in the cache', async () => {
    const folder = folderWith({ 'nn/Small/raw/labels': ownLabels.map((byte) => byte ^ 1) })
    env({ XDG_CACHE_HOME: folder })
    await inNode(node, await smallRequest())
    expect(new Uint8Array(readFileSync(join(folder, 'nn/Small/raw/labels')))).toEqual(ownLabels)
  })
})

const faults: FileFault[] = ['ENOSPC', 'EACCES', 'EMFILE', 'EIO']

it.each(faults)('A download is given and kept whole or not at all when one operation fails: %s', async (fault) => {
  const lines = warnings()
  const request = await smallRequest()
  const operations = await failEachOperation(fault, async (withFault) => {
    const folder = folderWith()
    env({ XDG_CACHE_HOME: folder })
    lines.length = 0
    await withFault(async () => {
      expect((await inNode(node, request))[0]?.bytes).toEqual(ownLabels)
    })
    const kept = join(folder, 'nn/Small/raw')
    const names = existsSync(kept) ? readdirSync(kept) : []
    if (names.length > 0) {
      expect(names).toEqual(['labels'])
      expect(new Uint8Array(readFileSync(join(kept, 'labels')))).toEqual(ownLabels)
    } else {
      expect(lines).toHaveLength(1)
    }
  })
  expect(operations).toBeGreaterThan(10)
})

it.each(faults)(
  'Files in a root are read, or an error tells which could not be, when one operation fails: %s',
  async (fault) => {
    const root = folderWith()
    writeFileSync(join(root, 'labels'), ownLabels)
    const request = await smallRequest(root)
    const operations = await failEachOperation(fault, async (withFault) => {
      let outcome: unknown
      const failed = await withFault(async () => {
        outcome = await inNode(node, { ...request, options: { root, download: false } }).catch((error) => error)
      })
      if (failed === undefined) expect(outcome).toMatchObject([{ bytes: ownLabels }])
      else expect((outcome as Error).message).toMatch(new RegExp(`^${root}.* cannot be read: ${fault}`))
    })
    expect(operations).toBe(2)
  },
)

it.each(faults)('Files in the cache are read, or downloaded again, when one operation fails: %s', async (fault) => {
  env({ XDG_CACHE_HOME: folderWith({ 'nn/Small/raw/labels': ownLabels }) })
  warnings()
  const request = await smallRequest()
  const operations = await failEachOperation(fault, async (withFault) => {
    await withFault(async () => {
      expect((await inNode(node, request))[0]?.bytes).toEqual(ownLabels)
    })
  })
  expect(operations).toBeGreaterThan(1)
})
