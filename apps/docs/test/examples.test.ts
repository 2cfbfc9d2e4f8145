import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { exampleNames, examplesFolder, runnablesOnPages } from './examples'
import { programOutput } from './program-output'

const names = exampleNames()

describe('the programs of the site', () => {
  it.each(names)(
    '%s prints what its page shows',
    async (name) => {
      const source = readFileSync(`${examplesFolder}/${name}.ts`, 'utf8')
      const shown = readFileSync(`${examplesFolder}/${name}.out`, 'utf8')
      expect(await programOutput(source)).toBe(shown.trimEnd())
    },
    60_000,
  )

  it('are all on a page, and no page asks for another', () => {
    expect(runnablesOnPages()).toEqual(names)
  })
})
