import { existsSync, readFileSync } from 'node:fs'
import type { MarkdownRenderer } from 'vitepress'

const OPENING = /^::: runnable (?<name>\S+)\s*$/

/**
 * Puts a program and what it prints on a page:
 *
 *     ::: runnable autograd/first-gradient
 *     :::
 *
 * @param examples the folder of the programs, `<name>.ts`, and their outputs, `<name>.out`
 */
export function runnable(md: MarkdownRenderer, examples: string): void {
  md.block.ruler.before('fence', 'runnable', (state, startLine, endLine, silent) => {
    const name = OPENING.exec(lineAt(state, startLine))?.groups?.name
    if (name === undefined) return false
    if (silent) return true
    const closing = startLine + 1
    if (closing >= endLine || lineAt(state, closing).trim() !== ':::') {
      throw new Error(`::: runnable ${name}: the next line must be :::`)
    }
    state.line = closing + 1
    state.push('runnable', '', 0).meta = { name }
    return true
  })

  md.renderer.rules.runnable = (tokens, index) => {
    const { name } = (tokens[index] as (typeof tokens)[number]).meta as { name: string }
    const program = `${examples}/${name}.ts`
    if (!existsSync(program)) throw new Error(`::: runnable ${name}: there is no ${program}`)
    const source = textOf(program)
    const output = textOf(`${examples}/${name}.out`)
    const highlighted = md.options.highlight?.(source, 'ts', '') ?? ''
    return `<RunnableProgram name="${name}" source="${attribute(md, source)}" output="${attribute(md, output)}">${highlighted}</RunnableProgram>\n`
  }
}

type BlockState = Parameters<Parameters<MarkdownRenderer['block']['ruler']['before']>[2]>[0]

function lineAt(state: BlockState, line: number): string {
  return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line])
}

/** Empty for a file that is not there: a program may be written before its output. */
function textOf(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8').trimEnd() : ''
}

function attribute(md: MarkdownRenderer, text: string): string {
  return md.utils.escapeHtml(text).replaceAll('\n', '&#10;')
}
