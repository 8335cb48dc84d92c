import type { CliFlag } from '../cli-command.ts'
import { TRUSTING_FLAGS } from '../verify-flags.ts'

/** Flags that `promote` and `demote` have in common. */
export const PROMOTION_FLAGS: readonly CliFlag[] = [
  {
    name: 'to',
    kind: 'value',
    description:
      'The target: folder:PATH, s3://BUCKET/PREFIX, release:TAG, deployment:ENVIRONMENT, tag:ARTIFACT#STAGE or mlflow:MODEL@ALIAS',
  },
  ...TRUSTING_FLAGS,
  { name: 'by', kind: 'value', description: 'Who asks for it. Default: the login' },
]

export const OUTPUT_FLAGS: readonly CliFlag[] = [
  { name: 'json', kind: 'switch', description: 'Print the steps as JSON' },
  { name: 'quiet', kind: 'switch', description: 'Print the result only' },
]
