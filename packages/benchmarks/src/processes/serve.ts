import { createInterface } from 'node:readline'

/** What a child process does for its parent. */
export interface Task<Request, Answer> {
  /** Names and versions of what does the work. */
  readonly about: Readonly<Record<string, string>>
  run(request: Request): Answer | Promise<Answer>
}

/** A line from a child process to its parent. The first answer is the task's `about`. */
export type Message<Answer> = { readonly answer: Answer } | { readonly error: string }

/** Sets a task up and does it once for each line of JSON on standard input, answering with lines of JSON. */
export async function serve<Request, Answer>(create: () => Promise<Task<Request, Answer>>): Promise<void> {
  // Standard output carries the answers alone.
  console.log = console.error
  try {
    const task = await create()
    send({ answer: task.about })
    for await (const line of createInterface({ input: process.stdin })) {
      send({ answer: await task.run(JSON.parse(line) as Request) })
    }
  } catch (error) {
    console.error(error)
    send({ error: error instanceof Error ? error.message : String(error) })
    process.exitCode = 1
  }
}

function send(message: Message<unknown>): void {
  process.stdout.write(`${JSON.stringify(message)}\n`)
}
