import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

/** How a path is answered: with a body, or by hand. */
export type Answer = Uint8Array | ((response: ServerResponse) => void)

/** A web server for the duration of a test. What it has no answer for is not found. */
export interface TestServer {
  readonly url: string
  /** The paths that were asked for. */
  readonly requests: string[]
}

export async function serve(answers: Readonly<Record<string, Answer>>): Promise<TestServer> {
  const requests: string[] = []
  const server = createServer(({ url = '' }, response) => {
    requests.push(url)
    const answer = answers[url]
    if (answer === undefined) response.writeHead(404).end('not found')
    else if (typeof answer === 'function') answer(response)
    else response.writeHead(200, { 'content-length': answer.length }).end(answer)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests }
}
