import { expect } from 'vitest'
import { test } from './support/browser-test'
import { ended, outputOf, rewrite, runnable, runToEnd } from './support/runnable'

const PAGE = '/learn/function'
const PROGRAM = 'function/linear'

test.concurrent.for([
  {
    what: 'text that is no program',
    program: "console.log('first')\nconst a = = 2\n",
    line: 'const a = = 2',
    message: 'Line 2: SyntaxError: ',
  },
  {
    what: 'a name declared twice',
    program: 'const a = 1\nconst b = 2\nconst a = 3\n',
    line: 'const a = 3',
    message: "Line 3: SyntaxError: Identifier 'a' has already been declared",
  },
  {
    what: 'an error of the library',
    program: "import { tensor } from '@nn/tensor'\n\ntensor([1, 2, 3]).add(tensor([1, 2]))\n",
    line: 'tensor([1, 2, 3]).add(tensor([1, 2]))',
    message: 'Line 3: ShapeError: add: ',
  },
  {
    what: 'an error in a timer',
    program: "setTimeout(() => {\n  throw new Error('too late')\n})\n",
    line: "  throw new Error('too late')",
    message: 'Line 2: Error: too late',
  },
])('$what is told under the block with its line', async ({ program, line, message }, { visit }) => {
  const { page, problems } = await visit(PAGE)
  const block = runnable(page, PROGRAM)
  await rewrite(block, program)
  expect(await runToEnd(block)).toBe('failed')
  expect(await block.getByRole('alert').textContent()).toContain(message)
  expect(await block.locator('.cm-error-line').textContent()).toBe(line)

  await rewrite(block, "console.log('mended')")
  expect(await runToEnd(block)).toBe('done')
  expect(await outputOf(block)).toBe('mended')
  expect(problems).toEqual([])
})

test('a program without end is stopped, and the block runs again', async ({ visit }) => {
  const { page, problems } = await visit(PAGE)
  const block = runnable(page, PROGRAM)
  await rewrite(block, "console.log('before')\nwhile (true) {}\n")
  await block.getByRole('button', { name: 'Run', exact: true }).click()
  await block.getByText('before', { exact: true }).last().waitFor()
  await block.getByRole('button', { name: 'Stop', exact: true }).click()
  expect(await ended(block)).toBe('stopped')

  await rewrite(block, "console.log('after')")
  expect(await runToEnd(block)).toBe('done')
  expect(await outputOf(block)).toBe('after')
  expect(problems).toEqual([])
})

test('a program that prints without end is stopped', async ({ visit }) => {
  const { page } = await visit(PAGE)
  const block = runnable(page, PROGRAM)
  await rewrite(block, "while (true) console.log('again')")
  expect(await runToEnd(block)).toBe('failed')
  expect(await block.getByRole('alert').textContent()).toMatch(/^Stopped after \d+ lines of output$/)
})

test('Reset brings the program of the page back', async ({ visit }) => {
  const { page } = await visit(PAGE)
  const block = runnable(page, PROGRAM)
  const shown = await block.locator('.code').textContent()
  await rewrite(block, "console.log('mine')")
  await runToEnd(block)
  await block.getByRole('button', { name: 'Reset', exact: true }).click()
  expect(await block.locator('.code').textContent()).toBe(shown)
  expect(await block.getAttribute('data-status')).toBe('idle')
})

test('a program is edited, run and left with the keyboard alone', async ({ visit }) => {
  const { page } = await visit(PAGE)
  const block = runnable(page, PROGRAM)
  await block.getByRole('button', { name: 'Edit', exact: true }).focus()
  await page.keyboard.press('Enter')
  const editor = block.getByRole('textbox', { name: 'Program' })
  await editor.and(page.locator(':focus')).waitFor()
  await page.keyboard.press('Control+Enter')
  await block.and(page.locator('[data-status=done]')).waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Tab')
  expect(
    await block.getByRole('button', { name: 'Run', exact: true }).evaluate((it) => it === document.activeElement),
  ).toBe(true)
})

test('what a program sends in place of a figure is text to the page', async ({ visit }) => {
  const { page } = await visit(PAGE)
  const markup = '<img src=x onerror="document.title=1"><svg onload="document.title=1"></svg>'
  const box = { kind: `leaf"><script>document.title=1</script>`, lines: [markup], x: 50, y: 20, width: 90, height: 20 }
  const figures = [
    {
      kind: 'graph',
      svg: markup,
      width: 100,
      height: 40,
      nodes: [box],
      edges: [{ kind: 'data', path: markup, head: markup }],
    },
    { kind: 'bars', title: markup, labels: [markup], values: [1] },
    {
      kind: 'lines',
      title: markup,
      xLabel: markup,
      yLabel: markup,
      x: [1, 2],
      series: [{ name: markup, values: [1, 2] }],
    },
    { kind: 'images', height: 1, width: 1, images: [[0]], labels: [markup] },
  ]
  const block = runnable(page, PROGRAM)
  for (const figure of figures) {
    const events = JSON.stringify([{ type: 'figure', figure }])
    await rewrite(block, `self.postMessage(${events})\nconsole.log('sent')\n`)
    expect(await runToEnd(block)).toBe('done')
    await block.locator('.figure').first().waitFor()
    expect(await block.locator('.figure :is(img, script, [onload], [onerror])').count(), figure.kind).toBe(0)
  }
  expect(await page.title()).not.toBe('1')
})
