import { z } from 'zod'

/** What the log can hold. */
export const LEAF_TYPES = [
  'certificate',
  'refusal',
  'approval',
  'waiver',
  'policy',
  'promotion',
  'demotion',
  'revocation',
  'review',
  'key',
  'incident',
] as const
export type LeafType = (typeof LEAF_TYPES)[number]

/** A SHA-256 as leaves write it. */
export const LeafDigest = z.string().regex(/^sha256:[0-9a-f]{64}$/, 'sha256: and 64 lower-case hexadecimal digits')

/**
 * One entry of the log: what happened, to which model, and the digest of the document that says it. Written as canonical JSON (RFC
 * 8785), it is digests and names of models and places only: who did it and why stands in the document, which need not be public.
 */
export const Leaf = z.strictObject({
  v: z.literal(1),
  type: z.enum(LEAF_TYPES),
  /** Whole seconds, UTC. */
  at: z.iso.datetime(),
  /** The model as its owner calls it, with its version: `credit-default 3`. */
  model: z.string().min(1).max(401).optional(),
  /** The model id. */
  id: LeafDigest.optional(),
  /** SHA-256 of the bytes of the document; it is kept in the log's branch under `blobs/` where it is small. */
  document: LeafDigest,
  /** SHA-256 of the policy's canonical JSON. */
  policy: LeafDigest.optional(),
  /** For promotion and demotion: where production was pointed, as `proofmark promote --to` takes it. */
  target: z.string().min(1).max(1024).optional(),
  /** Address of the run. */
  run: z.string().max(2048).optional(),
})
export type Leaf = z.infer<typeof Leaf>
