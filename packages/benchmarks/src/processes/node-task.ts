import { join } from 'node:path'
import { packageFolder } from '../package-folder'
import type { Command } from './task-process'

/** The command of one of the tasks in `src/task.ts`, as built. */
export function nodeTask(name: string): Command {
  return [process.execPath, join(packageFolder, 'dist', 'task.js'), name]
}
