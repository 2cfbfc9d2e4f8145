import * as tensor from '@nn/tensor'
import { expect, test } from 'vitest'
import { runExample } from '../src/run-example'

const run = (...lines: string[]) => runExample(lines.join('\n'), { '@nn/tensor': tensor })

test('a comment behind an expression says its value', async () => {
  expect(await run('1 + 1 // 2')).toEqual([{ said: '2', done: '2' }])
  expect(await run('1 + 1 // 3')).toEqual([{ said: '3', done: '2' }])
})

test('a comment behind a constant says what it holds', async () => {
  const claims = await run("const word: string = 'a' // 'a'", "const [first] = [word, 'b'] // ['a', 'b']")
  expect(claims.map(({ done }) => done)).toEqual(["'a'", "['a', 'b']"])
})

test('exports of the packages are in scope, also where an example imports them or declares their names', async () => {
  expect(await run('tensor([1, 2]).sum() // tensor(3)')).toEqual([{ said: 'tensor(3)', done: 'tensor(3)' }])
  expect(await run("import { ones } from '@nn/tensor'", 'ones([1]).item() // 1')).toEqual([{ said: '1', done: '1' }])
  expect(await run('const ones = 5', 'ones // 5')).toEqual([{ said: '5', done: '5' }])
})

test('line breaks and alignment of what is printed do not count', async () => {
  expect(await run('tensor([[1], [-2]]) // tensor([[1], [-2]])')).toEqual([
    { said: 'tensor([[1], [-2]])', done: 'tensor([[1], [-2]])' },
  ])
})

test('dots stand for anything', async () => {
  const [claim] = await run('[1, 2, 3] // [1, ...]')
  expect(claim?.done).toBe(claim?.said)
})

test('an error in a comment says what is thrown', async () => {
  const [right] = await run('tensor([1, 2]).item() // ShapeError: item: only a tensor of one element ...')
  expect(right?.done).toBe(right?.said)
  const [wrong] = await run('tensor([1]).item() // ShapeError: item: ...')
  expect(wrong?.done).toBe('1')
})

test('a comment on a line of its own is prose', async () => {
  expect(await run('// 3', '1 + 1', '// 4')).toEqual([])
})
