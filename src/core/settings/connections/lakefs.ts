import { z } from 'zod'
import { Sha256 } from '../../evidence.ts'
import { path } from '../path.ts'

/** A file of hooks that must be in lakeFS as it is known here. */
export const LakefsHook = z
  .strictObject({
    repository: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]{2,62}$/)
      .meta({ description: 'Repository in lakeFS' }),
    branch: z
      .string()
      .min(1)
      .max(1024)
      .default('main')
      .meta({ description: 'Branch that certified data is merged to' }),
    path: z
      .string()
      .regex(/^_lakefs_actions\/[^/]+\.ya?ml$/, { error: 'lakeFS reads hooks from _lakefs_actions/*.yaml alone' })
      .default('_lakefs_actions/proofmark.yaml')
      .meta({ description: 'The file of hooks in lakeFS' }),
    file: path('The same file in this repository').optional(),
    sha256: Sha256.optional().meta({ description: 'Or the SHA-256 of its bytes' }),
  })
  .refine(({ file, sha256 }) => (file === undefined) !== (sha256 === undefined), {
    error: "Give 'file' or 'sha256', one of them",
  })
export type LakefsHook = z.infer<typeof LakefsHook>

/** What is marked in lakeFS where data that was read from there was certified. Where lakeFS is, and who asks, the environment says. */
export const LakefsConnection = z.strictObject({
  tag: z
    .boolean()
    .default(true)
    .meta({ description: 'Tag certified commits: certified-… can be set once, never moved' }),
  commit: z.boolean().default(false).meta({
    description:
      'Also add a commit without changes to the branch that was read, with certificate and model as metadata',
  }),
  hooks: z.array(LakefsHook).max(20).default([]).meta({
    description: 'Files of hooks that must be there unchanged, on their branch and in the certified commits',
  }),
})
export type LakefsConnection = z.infer<typeof LakefsConnection>
