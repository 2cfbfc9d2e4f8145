import { expect, test, vi } from 'vitest'
import { runCli } from './run-cli'

test.each([
  [['--help'], 'Usage: nn [options] [command]'],
  [['train', '--help'], '$ nn train mnist'],
  [['train', 'mnist', '--help'], '--weight-decay <x>'],
  [['eval', '--help'], '$ nn eval model.safetensors'],
  [['predict', '--help'], '$ nn predict model.safetensors 8'],
  [['help', 'predict'], 'Usage: nn predict [options] <file> <image-index>'],
])('nn %j explains itself on standard output', async (args, text) => {
  const { code, stdout, stderr } = await runCli(...args)
  expect(code).toBe(0)
  expect(stdout).toContain(text)
  expect(stderr).toBe('')
})

test('nn --version prints the version', async () => {
  expect(await runCli('--version')).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) })
})

test('nn alone shows the help on standard error, as a usage error', async () => {
  const { code, stdout, stderr } = await runCli()
  expect(code).toBe(2)
  expect(stdout).toBe('')
  expect(stderr).toContain('Usage: nn [options] [command]')
})

test.each([
  [['trian'], "error: unknown command 'trian' (Did you mean train?)"],
  [['train'], "error: missing required argument 'dataset'"],
  [['train', 'cifar'], "error: command-argument value 'cifar' is invalid for argument 'dataset'"],
  [['train', 'mnist', 'now'], "error: too many arguments for 'train'"],
  [['train', 'mnist', '--epoch', '3'], "error: unknown option '--epoch' (Did you mean --epochs?)"],
  [['train', 'mnist', '--lr'], "error: option '--lr <x>' argument missing"],
  [['train', 'mnist', '--lr', 'banana'], "error: option '--lr <x>' argument 'banana' is invalid. It must be a number"],
  [['train', 'mnist', '--lr', '-0.1'], "error: option '--lr <x>' argument '-0.1' is invalid."],
  [['train', 'mnist', '--epochs', '0'], "error: option '--epochs <n>' argument '0' is invalid."],
  [['train', 'mnist', '--batch-size', '0'], "error: option '--batch-size <n>' argument '0' is invalid."],
  [['train', 'mnist', '--hidden', '128,'], "error: option '--hidden <sizes>' argument '128,' is invalid."],
  [['train', 'mnist', '--dropout', '1.5'], "error: option '--dropout <p>' argument '1.5' is invalid."],
  [['train', 'mnist', '--weight-decay', '-1'], "error: option '--weight-decay <x>' argument '-1' is invalid."],
  [['train', 'mnist', '--seed', '1.5'], "error: option '--seed <n>' argument '1.5' is invalid."],
  [['train', 'mnist', '--epochs', '0x10'], "error: option '--epochs <n>' argument '0x10' is invalid."],
  [['train', 'mnist', '--optimizer', 'lion'], 'Allowed choices are sgd, adam, adamw.'],
  [['train', 'mnist', '--backend', 'gpu'], 'Allowed choices are wasm, js.'],
  [['train', 'mnist', '--optimizer', 'adam', '--momentum', '0.9'], 'error: --momentum is for --optimizer sgd'],
  [['eval'], "error: missing required argument 'file'"],
  [['predict', 'model.safetensors'], "error: missing required argument 'image-index'"],
  [['predict', 'model.safetensors', 'first'], "error: command-argument value 'first' is invalid"],
])('nn %j is a usage error in one line on standard error', async (args, message) => {
  const { code, stdout, stderr } = await runCli(...args)
  expect(stderr).toContain(message)
  expect(stderr.trimEnd().split('\n')).toHaveLength(1)
  expect(stdout).toBe('')
  expect(code).toBe(2)
})

test.each([
  [['tr\x1b[31main'], 'tr\\x1b[31main'],
  [['train', 'mnist', '--lr', '\x07\u202e1'], '\\x07\\u202e1'],
  [['eval', 'no\x1b]0;title\x07'], 'cannot load no\\x1b]0;title\\x07'],
  [['train', 'mnist', '--save', '/no\x9b2J/file'], 'there is no folder /no\\x9b2J'],
])('nn %j shows the control characters of its arguments', async (args, text) => {
  const { code, stderr } = await runCli(...args)
  expect(code).toBeGreaterThan(0)
  expect(stderr).toContain(text)
  expect(stderr).toMatch(/^[^\p{Cc}\u202e]*\n$/u)
})

test('nn shows where an error comes from with NN_DEBUG only', async () => {
  const args = ['eval', 'no-such-file'] as const
  expect((await runCli(...args)).stderr).toBe(
    "error: cannot load no-such-file: ENOENT: no such file or directory, stat 'no-such-file'\n",
  )
  vi.stubEnv('NN_DEBUG', '1')
  const { code, stderr } = await runCli(...args)
  vi.unstubAllEnvs()
  expect(code).toBe(1)
  expect(stderr).toContain('cannot load no-such-file')
  expect(stderr).toContain('load-checkpoint.ts')
})
