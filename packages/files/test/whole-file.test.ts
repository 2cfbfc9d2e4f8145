import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { WholeFile } from '../src/index'
import { asOrdinaryUser } from './support/as-ordinary-user'
import { temporaryFolder } from './support/folder'

const isRoot = process.geteuid?.() === 0
const bytes = new TextEncoder().encode('after')

async function save(path: string): Promise<void> {
  await (await WholeFile.open(path)).write(bytes)
}

function existing(mode?: number): { folder: string; path: string } {
  const folder = temporaryFolder()
  const path = join(folder, 'model')
  writeFileSync(path, 'before')
  if (mode !== undefined) chmodSync(path, mode)
  return { folder, path }
}

const contents = (path: string): string => readFileSync(path, 'utf8')
const modeOf = (path: string): number => statSync(path).mode & 0o7777

describe('WholeFile', () => {
  test('replaces a file when it is written and leaves nothing else behind', async () => {
    const { folder, path } = existing()
    const file = await WholeFile.open(path)
    expect(contents(path)).toBe('before')
    await file.write(bytes)
    await file.discard()
    expect(contents(path)).toBe('after')
    expect(readdirSync(folder)).toEqual(['model'])
  })

  test('writes files of any size, also none', async () => {
    const path = join(temporaryFolder(), 'model')
    const large = Uint8Array.from({ length: 5_000_001 }, (_, i) => i % 251)
    for (const content of [large, new Uint8Array()]) {
      await (await WholeFile.open(path)).write(content)
      expect(Buffer.compare(readFileSync(path), content)).toBe(0)
    }
  })

  test('is beside the real one while it is open, and goes when it is discarded', async () => {
    const { folder, path } = existing()
    const file = await WholeFile.open(path)
    expect(readdirSync(folder)).toEqual([expect.stringMatching(/^\.nn-\d+-[0-9a-f]{16}\.tmp$/), 'model'])
    await file.discard()
    expect(readdirSync(folder)).toEqual(['model'])
    expect(contents(path)).toBe('before')
  })

  test('takes names of 255 bytes and no longer ones', async () => {
    const folder = temporaryFolder()
    await save(join(folder, 'x'.repeat(255)))
    expect(readdirSync(folder)).toEqual(['x'.repeat(255)])
    await expect(WholeFile.open(join(folder, 'x'.repeat(256)))).rejects.toThrow(/^cannot write .*: ENAMETOOLONG/)
  })

  test('refuses what is no place for a file before anything is written', async () => {
    const { folder, path } = existing()
    await expect(WholeFile.open('')).rejects.toThrow('cannot write to a file without a name')
    await expect(WholeFile.open(folder)).rejects.toThrow(`cannot write ${folder}: it is a folder`)
    await expect(WholeFile.open(`${folder}/new/`)).rejects.toThrow('a file has no slash at its end')
    await expect(WholeFile.open(`${folder}/no/model`)).rejects.toThrow(`there is no folder ${folder}/no`)
    await expect(WholeFile.open(`${path}/model`)).rejects.toThrow(`there is no folder ${path}`)
    await expect(WholeFile.open(`${folder}/a\0b`)).rejects.toThrow('cannot write')
    expect(readdirSync(folder)).toEqual(['model'])
  })
})

describe.skipIf(process.platform === 'win32')('WholeFile on Unix', () => {
  test('follows symbolic links, which stay', async () => {
    const { folder, path } = existing()
    mkdirSync(join(folder, 'links'))
    symlinkSync('../model', join(folder, 'links', 'relative'))
    symlinkSync(join(folder, 'links', 'relative'), join(folder, 'links', 'chain'))
    await save(join(folder, 'links', 'chain'))
    expect(contents(path)).toBe('after')
    expect(readdirSync(join(folder, 'links'), { withFileTypes: true }).every((entry) => entry.isSymbolicLink())).toBe(
      true,
    )
  })

  test('makes the file that a symbolic link points to', async () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'there'))
    symlinkSync('there', join(folder, 'folder'))
    symlinkSync('folder/model', join(folder, 'link'))
    await save(join(folder, 'link'))
    expect(contents(join(folder, 'there', 'model'))).toBe('after')
  })

  test('refuses symbolic links that lead nowhere', async () => {
    const folder = temporaryFolder()
    symlinkSync('no/model', join(folder, 'link'))
    symlinkSync('circle', join(folder, 'circle'))
    await expect(WholeFile.open(join(folder, 'link'))).rejects.toThrow(`there is no folder ${folder}/no`)
    await expect(WholeFile.open(join(folder, 'circle'))).rejects.toThrow('ELOOP')
  })

  test.each([0o600, 0o640, 0o664, 0o755])('keeps the mode %o', async (mode) => {
    const { path } = existing(mode)
    await save(path)
    expect(contents(path)).toBe('after')
    expect(modeOf(path)).toBe(mode)
  })

  test('gives new files the mode that the user wants for them', async () => {
    const path = join(temporaryFolder(), 'model')
    const umask = process.umask(0o027)
    onTestFinished(() => void process.umask(umask))
    await save(path)
    expect(modeOf(path)).toBe(0o640)
  })

  test('keeps a file that is not to be read from those who may not, while it is written', async () => {
    const { folder, path } = existing(0o600)
    const file = await WholeFile.open(path)
    expect(readdirSync(folder).map((name) => modeOf(join(folder, name)))).toEqual([0o600, 0o600])
    await file.discard()
  })

  test.runIf(isRoot)('keeps the owner', async () => {
    const { path } = existing()
    chownSync(path, 1234, 4321)
    await save(path)
    expect(statSync(path)).toMatchObject({ uid: 1234, gid: 4321 })
  })

  test('refuses a read-only file, and one with two names', async () => {
    const { folder, path } = existing(0o444)
    await expect(WholeFile.open(path)).rejects.toThrow(`cannot write ${path}: it is read-only`)
    chmodSync(path, 0o644)
    linkSync(path, join(folder, 'twin'))
    await expect(WholeFile.open(path)).rejects.toThrow('it is one of 2 hard links to a file')
    expect(readdirSync(folder)).toEqual(['model', 'twin'])
    expect(contents(path)).toBe('before')
  })

  test('refuses a folder that one may not write to, and a file of somebody else', async () => {
    const { folder, path } = existing()
    await asOrdinaryUser([folder], async () => {
      chmodSync(folder, 0o555)
      await expect(WholeFile.open(join(folder, 'new'))).rejects.toThrow(`the folder ${folder} is not writable`)
      chmodSync(folder, 0o755)
      if (isRoot) await expect(WholeFile.open(path)).rejects.toThrow(`cannot write ${path}: it is not writable`)
    })
  })

  test.runIf(isRoot)("refuses somebody else's file in a sticky folder, where it could not be replaced", async () => {
    const { folder, path } = existing(0o666)
    chmodSync(folder, 0o1777)
    await asOrdinaryUser([], async () => {
      await expect(WholeFile.open(path)).rejects.toThrow('it belongs to somebody else')
    })
  })

  test('works in a folder that one may write to and not list', async () => {
    const folder = temporaryFolder()
    await asOrdinaryUser([folder], async () => {
      chmodSync(folder, 0o300)
      await save(join(folder, 'model'))
      chmodSync(folder, 0o700)
    })
    expect(readdirSync(folder)).toEqual(['model'])
  })

  test('writes to devices, which stay devices', async () => {
    await save('/dev/null')
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true)
  })

  test.runIf(process.platform === 'linux')('says when a device is full', async () => {
    const file = await WholeFile.open('/dev/full')
    await expect(file.write(bytes)).rejects.toThrow(/^cannot write \/dev\/full: ENOSPC: no space left on device$/)
  })

  test('writes to a pipe that somebody reads from, however slowly', async () => {
    const pipe = join(temporaryFolder(), 'pipe')
    execFileSync('mkfifo', [pipe])
    await expect(WholeFile.open(pipe)).rejects.toThrow('nobody reads from this pipe; start its reader first')
    const { open } = await import('node:fs/promises')
    const { O_RDONLY, O_NONBLOCK } = await import('node:fs').then(({ constants }) => constants)
    const reader = await open(pipe, O_RDONLY | O_NONBLOCK)
    const file = await WholeFile.open(pipe)
    const content = Uint8Array.from({ length: 300_000 }, (_, i) => i % 251)
    const writing = file.write(content)
    const parts: Uint8Array[] = []
    let read = 0
    while (read < content.length) {
      const part = new Uint8Array(50_000)
      const { bytesRead } = await reader.read(part).catch(() => ({ bytesRead: 0 }))
      parts.push(part.subarray(0, bytesRead))
      read += bytesRead
      await new Promise((resolve) => setTimeout(resolve, 1))
    }
    await writing
    await reader.close()
    expect(Buffer.compare(Buffer.concat(parts), content)).toBe(0)
    expect(statSync(pipe).isFIFO()).toBe(true)
  })

  test('refuses sockets', async () => {
    const path = join(temporaryFolder(), 'socket')
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(path, resolve))
    await expect(WholeFile.open(path)).rejects.toThrow(`cannot write ${path}: it is a socket, not a file`)
    server.close()
  })
})

describe('WholeFile, when the world changes between open and write,', () => {
  test('makes its temporary file again where that was taken away', async () => {
    const { folder, path } = existing()
    const file = await WholeFile.open(path)
    for (const name of readdirSync(folder)) if (name !== 'model') rmSync(join(folder, name))
    await file.write(bytes)
    expect(contents(path)).toBe('after')
    expect(readdirSync(folder)).toEqual(['model'])
  })

  test('says that the folder is gone', async () => {
    const { folder } = existing()
    const inner = join(folder, 'inner')
    mkdirSync(inner)
    const file = await WholeFile.open(join(inner, 'model'))
    renameSync(inner, join(folder, 'moved'))
    await expect(file.write(bytes)).rejects.toThrow(`there is no folder ${inner}`)
  })

  test('says that a folder is in its place, and leaves nothing behind', async () => {
    const folder = temporaryFolder()
    const path = join(folder, 'model')
    const file = await WholeFile.open(path)
    mkdirSync(path)
    await expect(file.write(bytes)).rejects.toThrow(`cannot write ${path}: it is a folder`)
    expect(readdirSync(folder)).toEqual(['model'])
  })

  test('takes the mode that the file has by then', async () => {
    const { path } = existing(0o644)
    const file = await WholeFile.open(path)
    chmodSync(path, 0o600)
    await file.write(bytes)
    expect(modeOf(path)).toBe(0o600)
  })
})
