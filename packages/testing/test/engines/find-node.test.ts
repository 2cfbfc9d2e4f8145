import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { findNode } from '../../src/engines/find-node'

test.each([22, 24] as const)('findNode(%i) is a program of that version, where it is installed', (major) => {
  const program = findNode(major)
  if (program === null) expect(`${process.platform} ${process.arch}`).not.toBe('linux x64')
  else expect(execFileSync(program, ['--version'], { encoding: 'utf8' })).toMatch(new RegExp(`^v${major}\\.`))
})
