import { z } from 'zod'
import { Sha256 } from '../../evidence.ts'
import { STATEMENT_TYPE } from './identifiers.ts'
import { SUMS_FILE } from './record-files.ts'

/** Files a statement lists besides `SHA256SUMS`; a model of more is stated by `SHA256SUMS` alone. GitHub's attestation store takes 1024 subjects. */
export const MAX_LISTED_FILES = 1023

/** The model as a whole, by its id. */
const SumsSubject = z.object({ name: z.literal(SUMS_FILE), digest: z.object({ sha256: Sha256, dirHash1: Sha256 }) })

const FileSubject = z.object({ name: z.string().min(1).max(4096), digest: z.object({ sha256: Sha256 }) })

/** What certificate and refusal share of in-toto Statement v1: the model, then each of its files. */
export const statementShape = {
  _type: z.literal(STATEMENT_TYPE),
  subject: z.tuple([SumsSubject], FileSubject).refine(subject => subject.length <= 1 + MAX_LISTED_FILES, {
    error: `Expected at most ${MAX_LISTED_FILES} files`,
  }),
}

/** in-toto ResourceDescriptor: where it is, and its digest. */
export const Resource = z.object({ uri: z.string().min(1), digest: z.object({ sha256: Sha256 }) })
export type Resource = z.infer<typeof Resource>

/** What their predicates share, under the names of SLSA's verification summary. */
export const predicateShape = {
  verifier: z.object({ id: z.string().min(1), version: z.record(z.string(), z.string()) }),
  timeVerified: z.iso.datetime(),
  resourceUri: z.string().min(1),
  /** The digest is that of the policy's canonical JSON (RFC 8785); the commit is the one it was read at. */
  policy: z.object({
    uri: z.string().min(1),
    digest: z.object({
      sha256: Sha256,
      gitCommit: z
        .string()
        .regex(/^[0-9a-f]{40}([0-9a-f]{24})?$/)
        .optional(),
    }),
  }),
  /** What it rests on: files by their bytes; `file#name`, the signed payload of that name in the file, by the payload's bytes. */
  inputAttestations: z.array(Resource),
}

/** The model as its owner calls it, and its id. */
export const ModelIdentity = z.strictObject({ name: z.string().optional(), version: z.string().optional(), id: Sha256 })

/** The run that decided. */
export const Source = z.strictObject({
  repository: z.string().optional(),
  /** The repository's number, which a change of name does not change. */
  repositoryId: z.string().optional(),
  commit: z.string().optional(),
  ref: z.string().optional(),
  run: z.string().optional(),
})
