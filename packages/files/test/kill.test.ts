import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'tsup'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WholeFile } from '../src/index'

/** As many as one likes: `KILLS=1000 npx vitest run --project files test/kill.test.ts` */
const kills = Number(process.env.KILLS ?? 5)

const folder = await mkdtemp(join(tmpdir(), 'nn-kill-'))
afterAll(() => rm(folder, { recursive: true }))

beforeAll(() =>
  build({
    config: false,
    silent: true,
    entry: [fileURLToPath(new URL('support/saver.ts', import.meta.url))],
    format: 'esm',
    outDir: join(folder, 'program'),
    outExtension: () => ({ js: '.mjs' }),
  }),
)

async function killWhileItSaves(path: string): Promise<void> {
  const child = spawn(process.execPath, [join(folder, 'program/saver.mjs'), path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  await setTimeout(Math.random() * 60)
  child.kill('SIGKILL')
  await once(child, 'exit')
}

test(
  `a process that is killed while it saves leaves a whole file, ${kills} of ${kills} times, and what it leaves beside is removed by the next`,
  async () => {
    const files = join(folder, 'files')
    const path = join(files, 'model')
    await mkdir(files)
    await (await WholeFile.open(path)).write(new Uint8Array(4 << 20))
    let left = 0
    for (let kill = 0; kill < kills; kill++) {
      await killWhileItSaves(path)
      const content = await readFile(path)
      expect(content.length).toBe(4 << 20)
      expect(Buffer.compare(content, Buffer.alloc(4 << 20, content[0]))).toBe(0)
      const names = await readdir(files)
      expect(names.length).toBeLessThanOrEqual(2)
      left += names.length - 1
    }
    console.info(`${kills} kills, 0 torn files, ${left} temporary files left`)
    await (await WholeFile.open(path)).discard()
    expect(await readdir(files)).toEqual(['model'])
  },
  60_000 + kills * 10_000,
)
