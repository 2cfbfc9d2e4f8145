import * as autograd from '@nn/autograd'
import * as drawing from '@nn/autograd/drawing'
import * as backendWasm from '@nn/backend-wasm'
import * as data from '@nn/data'
import * as files from '@nn/files'
import * as nn from '@nn/nn'
import * as optim from '@nn/optim'
import * as safetensors from '@nn/safetensors'
import * as tensor from '@nn/tensor'
import * as trainer from '@nn/trainer'
import { afterEach, expect, test } from 'vitest'
import { findExamples } from '../src/find-examples'
import { runExample } from '../src/run-example'
import { typeErrors } from '../src/type-check'

const modules = {
  '@nn/tensor': tensor,
  '@nn/autograd': autograd,
  '@nn/autograd/drawing': drawing,
  '@nn/nn': nn,
  '@nn/optim': optim,
  '@nn/data': data,
  '@nn/files': files,
  '@nn/backend-wasm': backendWasm,
  '@nn/safetensors': safetensors,
  '@nn/trainer': trainer,
}
const folders = new Set(Object.keys(modules).map((name) => name.split('/')[1] as string))
const examples = [...folders].flatMap(findExamples)

afterEach(() => {
  tensor.setBackend(tensor.jsBackend)
  tensor.setDefaultDtype('float32')
})

test.each(examples)('the example at $place does what it says', async ({ code }) => {
  const claims = await runExample(code, modules)
  expect(claims.map(({ done }) => done)).toEqual(claims.map(({ said }) => said))
  expect(claims).not.toHaveLength(0)
})

test('the examples have the types that the functions ask for', { timeout: 60_000 }, () => {
  const errors = typeErrors(Object.keys(modules), examples)
  const wrong = examples.flatMap(({ place }, i) => errors[i]?.map((message) => `${place}: ${message}`) ?? [])
  expect(wrong).toEqual([])
})
