import type { Locator, Page } from 'playwright-core'

/** The block of a program on a page. */
export function runnable(page: Page, name: string): Locator {
  return page.locator(`.runnable[data-name="${name}"]`)
}

/**
 * Runs the program of a block.
 *
 * @returns how it ended: `done` or `failed`
 */
export async function runToEnd(block: Locator): Promise<string | null> {
  await block.getByRole('button', { name: 'Run', exact: true }).click()
  return ended(block)
}

/** Waits for a program's end. */
export async function ended(block: Locator): Promise<string | null> {
  await block.and(block.page().locator(':not([data-status=running])')).waitFor()
  return block.getAttribute('data-status')
}

/** What a program has printed, with a line for each figure, as in its `.out` file; then the error it failed with. */
export function outputOf(block: Locator): Promise<string> {
  return block.locator('.output').evaluate((output) => {
    const parts = [...output.querySelectorAll<HTMLElement>('.line.log, [data-description], .problem')]
    return parts.map((part) => part.dataset.description ?? part.textContent).join('\n')
  })
}

/** Puts another text in place of a program, as its reader would. */
export async function rewrite(block: Locator, text: string): Promise<void> {
  const page = block.page()
  const editor = block.getByRole('textbox', { name: 'Program' })
  if (!(await editor.isVisible())) await block.getByRole('button', { name: 'Edit', exact: true }).click()
  await editor.click()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.insertText(text)
}
