import { expect, test } from 'vitest'
import { type Command, TaskProcess } from '../../src/processes/task-process'

/** A child in plain JavaScript that is ready at once and runs `body` with each request. */
function child(body: string): Command {
  const program = `
    const answer = (value) => console.log(JSON.stringify({ answer: value }))
    answer({ version: '1' })
    require('readline').createInterface({ input: process.stdin }).on('line', (line) => {
      const request = JSON.parse(line)
      ${body}
    })`
  return [process.execPath, '-e', program]
}

test('TaskProcess.start(command) resolves to a process that told what it is', async () => {
  const task = await TaskProcess.start(child(''))
  expect(task.about).toEqual({ version: '1' })
  task.stop()
})

test('request(…) resolves to the answer, one after the other', async () => {
  const task = await TaskProcess.start(child('answer({ double: request.value * 2 })'))
  expect(await task.request({ value: 21 })).toEqual({ double: 42 })
  expect(await task.request({ value: 1 })).toEqual({ double: 2 })
  task.stop()
})

test('request(…) rejects with the error that the child reports', async () => {
  const task = await TaskProcess.start(child('console.log(JSON.stringify({ error: "no such kernel" }))'))
  await expect(task.request({})).rejects.toThrow('no such kernel')
  task.stop()
})

test('request(…) rejects with the last words of a child that crashes', async () => {
  const task = await TaskProcess.start(child('console.error("out of memory"); process.exit(3)'))
  await expect(task.request({})).rejects.toThrow('out of memory')
})

test('request(…) rejects with the exit code of a child that ends in silence', async () => {
  const task = await TaskProcess.start(child('process.exit(3)'))
  await expect(task.request({})).rejects.toThrow('ended with exit code 3')
})

test('TaskProcess.start(command) rejects for a program that is not there', async () => {
  await expect(TaskProcess.start(['no-such-program'])).rejects.toThrow('ENOENT')
})
