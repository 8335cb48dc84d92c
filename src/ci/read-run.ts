import { readFile } from 'node:fs/promises'
import type { CiRun, Environment } from './ci-kind.ts'
import { ciKinds } from './index.ts'

/** The run as the CI that it is in tells it, or as git does of a folder where it is in none. */
export async function readRun(env: Environment, cwd: string): Promise<CiRun> {
  const kind = ciKinds.find(({ recognises }) => recognises(env))
  return kind === undefined ? { context: {} } : kind.run({ env, cwd, readFile: path => readFile(path, 'utf8') })
}
