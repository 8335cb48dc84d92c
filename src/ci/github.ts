import { readContext } from '../github/context.ts'
import type { CiKind } from './ci-kind.ts'

/** GitHub Actions, by its variables and the payload of the event. */
export const github: CiKind = {
  id: 'github',
  recognises: env => env.GITHUB_ACTIONS === 'true',
  run: async ({ env, readFile }) => ({ context: await readContext(env, readFile), workspace: env.GITHUB_WORKSPACE }),
}
