import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Message } from './serve'

/** A program and its arguments. */
export type Command = readonly [program: string, ...args: string[]]

/**
 * A child process that does one task on request, so that nobody's memory and compiled code is in another's way. It
 * talks in lines of JSON, as `serve` does.
 */
export class TaskProcess {
  private readonly child: ChildProcessWithoutNullStreams
  private readonly messages: AsyncIterator<string>
  private readonly ended: Promise<unknown[]>
  private stderr = ''
  /** Names and versions of what does the work. */
  about: Readonly<Record<string, string>> = {}

  private constructor(child: ChildProcessWithoutNullStreams) {
    this.child = child
    this.messages = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
    this.ended = once(child, 'close')
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.stderr += text
    })
    // That the child is gone shows in the answer that does not come.
    child.stdin.on('error', () => {})
  }

  /** Resolves when the child is ready for requests. @throws Error when it cannot be. */
  static async start([program, ...args]: Command): Promise<TaskProcess> {
    // What PyTorch's libraries start with: it is told itself where it is to have more threads.
    const env = { ...process.env, OMP_NUM_THREADS: '1', MKL_NUM_THREADS: '1' }
    const child = spawn(program, args, { env })
    await once(child, 'spawn')
    const started = new TaskProcess(child)
    started.about = await started.answer()
    return started
  }

  /** @throws Error with the child's own words when it fails. */
  async request<Answer>(request: object): Promise<Answer> {
    this.child.stdin.write(`${JSON.stringify(request)}\n`)
    return this.answer()
  }

  stop(): void {
    this.child.kill()
  }

  private async answer<Answer>(): Promise<Answer> {
    const line = await this.messages.next()
    if (line.done) throw new Error(await this.lastWords())
    const message = JSON.parse(line.value) as Message<Answer>
    if ('error' in message) throw new Error(message.error)
    return message.answer
  }

  private async lastWords(): Promise<string> {
    const [code, signal] = await this.ended
    const lastLine = this.stderr.trimEnd().split('\n').at(-1)
    return lastLine || `ended with ${signal ?? `exit code ${code}`}`
  }
}
