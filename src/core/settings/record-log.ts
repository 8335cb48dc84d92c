import { z } from 'zod'
import { path } from './path.ts'

/** Branch that a log is kept in unless told otherwise. */
export const DEFAULT_LOG_BRANCH = 'proofmark-log'

/** The log that certificates and whatever happens to them are entered in: where it is, and the keys to it. */
export const RecordLog = z.strictObject({
  repository: z
    .string()
    .regex(/^[A-Za-z0-9._-]+\/[A-Za-z0-9._-]+$/, 'owner/name')
    .optional()
    .meta({ description: 'Repository on GitHub that keeps the log, as owner/name. Default: the one of the run' }),
  remote: z
    .string()
    .min(1)
    .max(4096)
    .optional()
    .meta({ description: 'Any other git repository that keeps it, instead: an address, or a folder' }),
  branch: z.string().min(1).max(200).default(DEFAULT_LOG_BRANCH).meta({ description: 'Its branch' }),
  origin: z.string().min(1).max(255).optional().meta({
    description: 'What the log is called in its checkpoints. Default: host/owner/name/branch, or as its key is called',
  }),
  'verifier-key': z
    .string()
    .min(1)
    .max(1024)
    .optional()
    .meta({ description: 'Public key of the log, in one line, as `proofmark log init` prints it' }),
  key: path('File with the private key of the log; else the text in PROOFMARK_LOG_KEY is taken').optional(),
  'last-seen': path('File that remembers the newest checkpoint that was seen of the log').default(
    '.proofmark-last-seen',
  ),
})
export type RecordLog = z.infer<typeof RecordLog>
