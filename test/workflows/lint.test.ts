import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { lintYaml } from '../harness/lint-yaml.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** Every workflow we run or show, and every action.yml. */
const files = [
  'action.yml',
  ...globSync('actions/*/action.yml', { cwd: ROOT }),
  ...globSync('.github/workflows/*.yml', { cwd: ROOT }),
  ...globSync('examples/**/*.yml', { cwd: ROOT }).filter(isWorkflow),
].sort()

function isWorkflow(path: string): boolean {
  const document = parse(readFileSync(join(ROOT, path), 'utf8'))
  return typeof document === 'object' && document !== null && 'jobs' in document
}

it.each(files)("GitHub's language service has nothing to say of %s", async file => {
  expect(await lintYaml(ROOT, [file])).toEqual([])
})
