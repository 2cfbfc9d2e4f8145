import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { readPackages } from '../../src/architecture/read-packages'

test('the packages are read with what they import of each other', () => {
  const packages = readPackages([fileURLToPath(new URL('../../../../packages', import.meta.url))])
  const named = new Map(packages.map((info) => [info.name, info]))
  expect(named.get('@nn/tensor')).toMatchObject({ isPrivate: false, imports: [] })
  expect(named.get('@nn/autograd')?.imports).toEqual(['@nn/tensor'])
  expect(named.get('@nn/testing')?.isPrivate).toBe(true)
})
