import { z } from 'zod'
import { EngineOrigin } from './engine-origin.ts'

/** Where a file came from that is kept elsewhere, so that the same bytes can be had again. */
export const Origin = z.strictObject({
  /** What keeps it: `s3`, `https`, `lakefs`, `mlflow`, `dvc`. */
  kind: z.string().regex(/^[a-z][a-z0-9-]*$/),
  /** An address that names these bytes for ever, where there is one: with a commit, a version, a checksum. */
  pinned: z.string().min(1).max(4096).optional(),
  /** The version of a registered model that it was asked of, where another name pins it: `models:/credit/7` of a file that lies in the run that made it. */
  model: z.string().min(1).max(4096).optional(),
  /** By which DVC knows it. */
  md5: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .optional(),
  /** The file of the workspace that names it: `data/train.csv.dvc`. */
  pointer: z.string().min(1).max(4096).optional(),
  /** Of a table that was measured where it is: the digest is then that of the questions and answers, and the bytes are theirs. */
  engine: EngineOrigin.optional(),
})
export type Origin = z.infer<typeof Origin>
