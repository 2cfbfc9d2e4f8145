import { join } from 'node:path'
import { packageFolder } from '../package-folder'
import type { Command } from './task-process'

/** The command of one of the tasks in `src/task.ts`, as built, with its settings; in this version of Node unless told. */
export function nodeTask(name: string, settings: object = {}, node: string = process.execPath): Command {
  return [node, join(packageFolder, 'dist', 'task.js'), name, JSON.stringify(settings)]
}
