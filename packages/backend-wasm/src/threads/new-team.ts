import type { Desk } from './desk'
import { startWorker } from './start-worker'
import { Team } from './team'
import type { Equipment } from './worker'

/** A team of worker threads and the caller's; `equipmentOf` is what a thread is given with the desk. */
export function newTeam(threads: number, equipmentOf: (thread: number) => Omit<Equipment, 'desk'>): Team {
  return new Team(threads, (desk: Desk) => {
    const others = Array.from({ length: threads - 1 }, (_, i) => startWorker({ ...equipmentOf(i + 1), desk }))
    return () => {
      for (const end of others) end()
    }
  })
}
