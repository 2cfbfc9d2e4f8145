import fs, { type PathLike } from 'node:fs'
import promises, { type FileHandle } from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'

type Operation = (...args: unknown[]) => unknown
type Operations = Record<string, Operation>

type Failing = (name: string, operation: Operation) => Operation

/** What goes wrong: an error of the system by its code, or a write that takes only a part. */
export type FileFault = 'ENOSPC' | 'EACCES' | 'EMFILE' | 'EIO' | 'short write'

const OF_MODULE = ['access', 'mkdir', 'open', 'readFile', 'readdir', 'readlink', 'realpath', 'rename', 'rm', 'stat']
const OF_HANDLE = ['chmod', 'chown', 'stat', 'sync', 'write']
const SYNC = ['readFileSync', 'statSync', 'mkdtempSync']

/** Runs what is to be tested, in which one operation fails, and gives the name of that one once it is over. */
export type WithFault = (tested: () => void | Promise<void>) => Promise<string | undefined>

/**
 * Runs a body again and again; the first time the first operation on files fails, then the second, and so on, until it comes
 * to its end without. Operations are counted as Node's modules and file handles are asked for them.
 *
 * @param body calls its argument once; what it does outside of that is not counted
 * @returns how many operations failed, one a time
 */
export async function failEachOperation(
  fault: FileFault,
  body: (withFault: WithFault) => Promise<void>,
): Promise<number> {
  const handles = await prototypeOfHandles()
  for (let nth = 1; ; nth++) {
    let calls = 0
    let failed: string | undefined
    const failing: Failing = (name, operation) =>
      function (this: unknown, ...args) {
        const counts = fault !== 'short write' || name === 'write'
        if (!counts || ++calls !== nth) {
          const result = operation.apply(this, args)
          return name === 'open' ? withFailingClose(result as Promise<FileHandle>, failing) : result
        }
        failed = name
        return fail(fault, name, () => operation.apply(this, args), args, this)
      }
    await body(async (tested) => {
      const restore = [
        replace(promises as unknown as Operations, OF_MODULE, failing),
        replace(handles, OF_HANDLE, failing),
        replace(fs as unknown as Operations, SYNC, failing),
      ]
      syncBuiltinESMExports()
      try {
        await tested()
      } finally {
        for (const undo of restore) undo()
        syncBuiltinESMExports()
      }
      return failed
    })
    if (failed === undefined) return nth - 1
  }
}

function fail(fault: FileFault, name: string, really: () => unknown, args: unknown[], self: unknown): unknown {
  if (fault === 'short write') {
    const [bytes] = args as [Uint8Array]
    return (self as FileHandle).write(bytes.subarray(0, Math.ceil(bytes.length / 3)))
  }
  const error = Object.assign(new Error(`${fault}: made to fail, ${name}`), { code: fault, syscall: name })
  if (name.endsWith('Sync')) throw error
  // A file that reports an error when it is closed is closed all the same.
  return name === 'close' ? Promise.resolve(really()).then(() => Promise.reject(error)) : Promise.reject(error)
}

function replace(object: Operations, names: readonly string[], failing: Failing): () => void {
  const originals = names.map((name): [string, Operation] => [name, object[name] as Operation])
  for (const [name, operation] of originals) object[name] = failing(name, operation)
  return () => void Object.assign(object, Object.fromEntries(originals))
}

/** `close` is a property of each handle. */
async function withFailingClose(opening: Promise<FileHandle>, failing: Failing): Promise<FileHandle> {
  const handle = await opening
  replace(handle as unknown as Operations, ['close'], failing)
  return handle
}

async function prototypeOfHandles(): Promise<Operations> {
  const handle = await promises.open(import.meta.filename as PathLike)
  await handle.close()
  return Object.getPrototypeOf(handle) as Operations
}
