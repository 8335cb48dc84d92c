import { z } from 'zod'

/** How a command runs, rather than what it checks: inputs that every action has. */
export const Options = z.strictObject({
  config: z.string().optional().meta({ description: 'Settings file. Default: proofmark.yml, where there is one' }),
  out: z.string().optional().meta({
    description: 'Folder that evidence and certificates are written to. Default: .proofmark beside the settings file',
  }),
  'on-failure': z.enum(['fail', 'report']).default('fail').meta({
    description: 'fail: a verdict other than passed fails the step. report: the step succeeds and only reports it',
  }),
  publish: z.boolean().default(true).meta({
    description:
      'true: show the result as a check run and in the pull request comment. false: only in the log, the job summary and the evidence',
  }),
})
export type Options = z.output<typeof Options>
