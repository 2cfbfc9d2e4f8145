import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { functionsOnly } from '../src/core/functions-only'
import * as functions from '../src/index'
import { ones, Tensor } from '../src/index'

describe('a method that is a function here', () => {
  it.each(functionsOnly)('x.%s says what to write', (name) => {
    const x = ones([2]) as unknown as Record<string, unknown>
    expect(typeof (functions as Record<string, unknown>)[name]).toBe('function')
    expect(() => x[name]).toThrow(TypeError)
    expect(() => x[name]).toThrow(`x.${name}: ${name} is a function here, write ${name}(`)
  })

  it('leaves tensors as they are to who looks at them', () => {
    const x = ones([2])
    expect(inspect(x)).toBe('tensor([1., 1.])')
    expect(Object.keys({ ...x })).not.toContain('sin')
    expect(Object.keys(Tensor.prototype)).toEqual([])
    expect(Reflect.get(x, 'nonsense')).toBeUndefined()
  })
})
