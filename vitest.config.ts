import { defineConfig } from 'vitest/config'

/** What takes longer is in vitest.slow.config.ts. */
const exclude = ['test/slow/**', 'test/**/*.slow.test.ts']
/** Limits to what hangs, not to what takes long where a machine has other things to do: most tests take milliseconds. */
const times = {
  testTimeout: 60_000,
  hookTimeout: 120_000,
  expect: { poll: { timeout: 20_000 } },
  setupFiles: ['test/harness/no-ci.ts'],
}

export default defineConfig({
  test: {
    maxWorkers: '100%',
    projects: [
      // Tests of pure functions leave nothing behind: a worker runs many files, and loads what they share once.
      { test: { ...times, name: 'core', include: ['test/{core,report}/**/*.test.ts'], exclude, isolate: false } },
      {
        test: {
          ...times,
          name: 'whole',
          include: ['test/**/*.test.ts'],
          exclude: [...exclude, 'test/{core,report}/**'],
        },
      },
    ],
  },
})
