import type { Desk } from './desk'
import { startWorker } from './start-worker'
import { Team } from './team'
import type { Equipment } from './worker'

/** A team of worker threads and the caller's; `equipmentOf` is what a thread is given with the desk. */
export function newTeam(threads: number, equipmentOf: (thread: number) => Omit<Equipment, 'desk'>): Team {
  return new Team(threads, (desk: Desk) => {
    for (let i = 1; i < threads; i++) startWorker({ ...equipmentOf(i), desk })
  })
}
