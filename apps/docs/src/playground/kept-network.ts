import type { History } from './session/history'
import type { Insight } from './session/insight'
import type { Settings } from './settings/settings'

/** A network that stays in the reader's browser, with what is known of it. */
export interface KeptNetwork {
  readonly settings: Settings
  readonly history: History
  /** Epochs that its training was to have in the end. */
  readonly planned: number
  readonly insight: Insight | null
  /** The bytes of a safetensors file. */
  readonly file: Uint8Array
}

const DATABASE = 'nn-playground'
const STORE = 'networks'
const KEY = 'current'

/** Keeps a network, in place of the one that was kept before. */
export async function keepNetwork(network: KeptNetwork): Promise<void> {
  await request('readwrite', (store) => store.put(network, KEY))
}

/** The network that is kept, null where none is. */
export async function keptNetwork(): Promise<KeptNetwork | null> {
  return ((await request('readonly', (store) => store.get(KEY))) as KeptNetwork | undefined) ?? null
}

export async function forgetNetwork(): Promise<void> {
  await request('readwrite', (store) => store.delete(KEY))
}

async function request(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest): Promise<unknown> {
  const database = await openDatabase()
  try {
    return await answer(ask(database.transaction(STORE, mode).objectStore(STORE)))
  } finally {
    database.close()
  }
}

function openDatabase(): Promise<IDBDatabase> {
  const opening = indexedDB.open(DATABASE, 1)
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE)
  return answer(opening)
}

function answer<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}
