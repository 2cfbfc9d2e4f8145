import { defineProject, type UserWorkspaceConfig } from 'vitest/config'

// Packages resolve to each other's sources, so tests need no build.
const conditions = ['@nn/source', 'import', 'module', 'node', 'default']

/** The test project of one package. */
export function project(name: string): UserWorkspaceConfig {
  return defineProject({
    resolve: { conditions },
    ssr: { resolve: { conditions } },
    test: { name, include: ['test/**/*.test.ts'] },
  })
}
