import { fileURLToPath } from 'node:url'
import { defineProject, type UserWorkspaceConfig } from 'vitest/config'

const conditions = ['@nn/source', 'import', 'module', 'node', 'default']

/** Tests of the built site in a browser. */
const config: UserWorkspaceConfig = defineProject({
  ssr: { resolve: { conditions } },
  test: {
    name: 'docs e2e',
    include: ['**/*.test.ts'],
    globalSetup: fileURLToPath(new URL('support/global-setup.ts', import.meta.url)),
    // For machines that are slow and busy: a test that fails does not wait for this.
    testTimeout: 900_000,
    hookTimeout: 900_000,
  },
})

export default config
