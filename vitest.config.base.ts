import { defineProject, type UserWorkspaceConfig } from 'vitest/config'

// Packages resolve to each other's sources, so tests need no build.
const conditions = ['@nn/source', 'import', 'module', 'node', 'default']

/**
 * The test project of one package.
 *
 * @param options `isolate: false` lets test files share what they import, which takes a quarter of the time, but also what
 *   they leave behind in it
 */
export function project(name: string, options: { isolate?: boolean; include?: string[] } = {}): UserWorkspaceConfig {
  return defineProject({
    resolve: { conditions },
    ssr: { resolve: { conditions } },
    // For machines that are slow and busy: a test that fails does not wait for this.
    test: { name, include: ['test/**/*.test.ts'], testTimeout: 60_000, ...options },
  })
}
