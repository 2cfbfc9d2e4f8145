import { execFile } from 'node:child_process'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import type { RecipeName } from '../src/train'

/** The hash that `train` of the bundled module gives in a process of its own. */
export async function trainInNode(
  program: string,
  moduleFile: string,
  recipe: RecipeName,
  threads: number,
): Promise<string> {
  const script = `
    const { train } = await import(${JSON.stringify(pathToFileURL(moduleFile).href)})
    console.log(await train(${JSON.stringify(recipe)}, ${threads}))`
  const { stdout } = await promisify(execFile)(program, ['--input-type=module', '--eval', script])
  return stdout.trim()
}
