import { expect, test, vi } from 'vitest'
import { Team } from '../../src/threads/team'

test('a team starts its threads when there have been 10 milliseconds of work to share', () => {
  const startOthers = vi.fn(() => () => {})
  const team = new Team(2, startOthers)
  const share = (milliseconds: number): boolean => team.share([() => {}], 0, [[1], [2]], 0, milliseconds * 1e6)
  share(6)
  expect(startOthers).not.toHaveBeenCalled()
  share(6)
  share(60)
  expect(startOthers).toHaveBeenCalledOnce()
})

test('a team that rests has ended its threads, and starts them again when there is work', () => {
  const endOthers = vi.fn()
  const startOthers = vi.fn(() => endOthers)
  const team = new Team(2, startOthers)
  const share = (milliseconds: number): boolean => team.share([() => {}], 0, [[1], [2]], 0, milliseconds * 1e6)
  team.rest()
  share(12)
  team.rest()
  expect(endOthers).toHaveBeenCalledOnce()
  expect(share(6)).toBe(true)
  expect(startOthers).toHaveBeenCalledOnce()
  share(6)
  expect(startOthers).toHaveBeenCalledTimes(2)
})
