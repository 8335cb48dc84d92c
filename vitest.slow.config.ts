import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // Most of these wait for the servers that they have started.
    maxWorkers: Math.ceil(1.5 * availableParallelism()),
    setupFiles: ['test/harness/no-ci.ts'],
    include: ['test/slow/**/*.test.ts', 'test/**/*.slow.test.ts'],
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 60_000 } },
  },
})
