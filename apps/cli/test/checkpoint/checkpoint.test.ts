import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { buildModel, type Checkpoint, serializeCheckpoint } from '@nn/trainer'
import { expect, test } from 'vitest'
import { loadCheckpoint, saveCheckpoint } from '../../src/checkpoint/checkpoint'
import { temporaryFolder } from '../temporary-folder'

function smallNetwork(): Checkpoint {
  const architecture = { hidden: [12, 7], activation: 'relu', dropout: 0.25 } as const
  return { model: buildModel(architecture), architecture, normalization: { mean: 0.1307, std: 0.3081 } }
}

test('loadCheckpoint gives back the network that saveCheckpoint saved', () => {
  const path = join(temporaryFolder(), 'model.safetensors')
  const network = smallNetwork()
  saveCheckpoint(path, network)
  expect(readdirSync(dirname(path))).toEqual(['model.safetensors'])
  expect(serializeCheckpoint(loadCheckpoint(path))).toEqual(serializeCheckpoint(network))
})

test('loadCheckpoint names the file in its errors', () => {
  expect(() => loadCheckpoint('no-such-file')).toThrow('cannot load no-such-file: ENOENT')

  const path = join(temporaryFolder(), 'model.safetensors')
  saveCheckpoint(path, smallNetwork())
  writeFileSync(path, readFileSync(path).subarray(0, 100))
  expect(() => loadCheckpoint(path)).toThrow(`cannot load ${path}: cut short`)
})
