import { LayerNorm, Linear, Sequential } from '@nn/nn'
import { full, type Tensor, zeros } from '@nn/tensor'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs, TIMEOUT } from './runs'

const newModel = (): Sequential => new Sequential(new Linear(2, 3), new LayerNorm(3), new Linear(3, 1, false))

const shapes = new Map(Object.entries(newModel().stateDict()).map(([name, { shape }]) => [name, [...shape]]))
const names = [...shapes.keys()]

/** What is done to a state: an entry is left out, added, or has another shape. */
const change = fc.oneof(
  fc.record({ drop: fc.constantFrom(...names) }),
  fc.record({ add: fc.constantFrom('0.bias2', 'weight', '1', '', '__proto__', 'constructor') }),
  fc.record({ reshape: fc.constantFrom(...names), to: fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 2 }) }),
)

test('a state is taken whole where it has all names in their shapes, and else nothing of it', {
  timeout: TIMEOUT,
}, () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 2 }), fc.boolean(), (changes, strict) => {
      const model = newModel()
      const before = Object.entries(model.stateDict()).map(([name, x]) => [name, x.toArray()])
      const state = new Map<string, Tensor>([...shapes].map(([name, shape]) => [name, full(shape, 7)]))
      for (const given of changes) {
        if ('drop' in given) state.delete(given.drop)
        else if ('add' in given) state.set(given.add, zeros([1]))
        else if (state.has(given.reshape)) state.set(given.reshape, full(given.to, 7))
      }
      const hasOthers = [...state.keys()].some((name) => !shapes.has(name))
      const misses = names.some((name) => !state.has(name))
      const fits = names.every(
        (name) => !state.has(name) || String(state.get(name)?.shape) === String(shapes.get(name)),
      )
      const load = (): unknown => model.loadStateDict(Object.fromEntries(state), { strict })
      const after = (): unknown => Object.entries(model.stateDict()).map(([name, x]) => [name, x.toArray()])
      if (!fits || (strict && (hasOthers || misses))) {
        expect(load).toThrow()
        expect(after()).toEqual(before)
        return
      }
      load()
      const expected = before.map(([name, values]) => [name, state.get(name as string)?.toArray() ?? values])
      expect(after()).toEqual(expected)
    }),
    runs(1000),
  )
})
