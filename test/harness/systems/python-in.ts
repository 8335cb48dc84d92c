import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const CACHE = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache')

/** Runs one of our scripts by the Python that `scripts/get-NAME.sh` has put a package into; gives what it printed. */
export async function pythonIn(
  name: 'dvc' | 'evidently',
  script: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<string> {
  const python = join(CACHE, `proofmark-${name}/bin/python`)
  if (!existsSync(python)) throw new Error(`Expected ${python} but found none: run scripts/get-${name}.sh`)
  const { stdout } = await promisify(execFile)(python, [join(import.meta.dirname, script), ...args], {
    env: { ...process.env, DVC_NO_ANALYTICS: '1', DVC_TEST: 'true', DO_NOT_TRACK: '1', ...environment },
  })
  return stdout.trim()
}
