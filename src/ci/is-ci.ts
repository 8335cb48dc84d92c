import type { Environment } from './ci-kind.ts'
import { ciKinds } from './index.ts'

/** Whether a CI runs this: one that is known, or one that says so in `CI`, as all but all do. */
export const isCi = (env: Environment): boolean =>
  !['', '0', 'false'].includes(env.CI?.toLowerCase() ?? '') ||
  ciKinds.find(({ recognises }) => recognises(env))?.id !== 'shell'
