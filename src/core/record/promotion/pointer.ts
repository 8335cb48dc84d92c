import { z } from 'zod'
import { Sha256 } from '../../evidence.ts'
import { NAMESPACE } from '../../identifiers.ts'
import { canonicalJson } from '../statement/canonical-json.ts'

export const POINTER_SCHEMA = `${NAMESPACE}pointer/v1` as const

/** Largest pointer that is read, in bytes. */
export const MAX_POINTER_BYTES = 64 * 1024

/** A model and the certificate that allowed it. */
export const CertifiedModel = z.strictObject({
  /** As its owner calls it, with its version: `credit-default 3`; the model id where it has no name. */
  name: z.string().min(1).max(401),
  /** The model id. */
  id: Sha256,
  /** SHA-256 of the certificate's bytes. */
  certificate: Sha256,
})
export type CertifiedModel = z.infer<typeof CertifiedModel>

/**
 * What production points at, and the record of how it came to: the target keeps this very document as its pointer, and the log keeps
 * its digest, so that either can be held against the other, and a promotion that nobody logged can still be logged.
 */
export const Pointer = z
  .strictObject({
    schema: z.literal(POINTER_SCHEMA),
    kind: z.enum(['promotion', 'demotion']),
    /** As `proofmark promote --to` takes it. */
    target: z.string().min(1).max(1024),
    /** What production points at from then on; null for nothing. */
    to: CertifiedModel.nullable(),
    /** What it pointed at before. */
    from: CertifiedModel.nullable(),
    reason: z.string().max(2000).optional(),
    by: z.string().max(200).optional(),
    /** Whole seconds, UTC. */
    at: z.iso.datetime(),
    /** Address of the run. */
    run: z.string().max(2048).optional(),
  })
  .refine(({ kind, to }) => kind === 'demotion' || to !== null, { error: 'A promotion names a model' })
export type Pointer = z.infer<typeof Pointer>

/** The bytes of a pointer: canonical JSON, so that one pointer has one digest. */
export const pointerText = (pointer: Pointer): string => canonicalJson(Pointer.parse(pointer))

/** A pointer as a target gave it, or why it is none of ours. Another spelling of the same document is refused. */
export function readPointer(text: string): { readonly pointer: Pointer } | { readonly reason: string } {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { reason: 'no JSON' }
  }
  const read = Pointer.safeParse(value)
  if (!read.success) {
    const [issue] = read.error.issues
    return { reason: `one whose ${issue?.path.join('.') || 'form'} is wrong: ${issue?.message}` }
  }
  return canonicalJson(read.data) === text ? { pointer: read.data } : { reason: 'one that is not canonical JSON' }
}
