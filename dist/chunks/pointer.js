import { S as Sha256 } from './evidence.js';
import { N as NAMESPACE } from './identifiers2.js';
import { c as canonicalJson } from './canonical-json.js';
import { s as strictObject, a as string, _ as _enum, l as literal } from './schemas2.js';
import { d as datetime } from './iso.js';

const POINTER_SCHEMA = `${NAMESPACE}pointer/v1`;         

/** Largest pointer that is read, in bytes. */
const MAX_POINTER_BYTES = 64 * 1024;

/** A model and the certificate that allowed it. */
const CertifiedModel = strictObject({
  /** As its owner calls it, with its version: `credit-default 3`; the model id where it has no name. */
  name: string().min(1).max(401),
  /** The model id. */
  id: Sha256,
  /** SHA-256 of the certificate's bytes. */
  certificate: Sha256,
});
                                                           

/**
 * What production points at, and the record of how it came to: the target keeps this very document as its pointer, and the log keeps
 * its digest, so that either can be held against the other, and a promotion that nobody logged can still be logged.
 */
const Pointer = strictObject({
    schema: literal(POINTER_SCHEMA),
    kind: _enum(['promotion', 'demotion']),
    /** As `proofmark promote --to` takes it. */
    target: string().min(1).max(1024),
    /** What production points at from then on; null for nothing. */
    to: CertifiedModel.nullable(),
    /** What it pointed at before. */
    from: CertifiedModel.nullable(),
    reason: string().max(2000).optional(),
    by: string().max(200).optional(),
    /** Whole seconds, UTC. */
    at: datetime(),
    /** Address of the run. */
    run: string().max(2048).optional(),
  })
  .refine(({ kind, to }) => kind === 'demotion' || to !== null, { error: 'A promotion names a model' });
                                             

/** The bytes of a pointer: canonical JSON, so that one pointer has one digest. */
const pointerText = (pointer         )         => canonicalJson(Pointer.parse(pointer));

/** A pointer as a target gave it, or why it is none of ours. Another spelling of the same document is refused. */
function readPointer(text        )                                                              {
  let value;         
  try {
    value = JSON.parse(text);
  } catch {
    return { reason: 'no JSON' }
  }
  const read = Pointer.safeParse(value);
  if (!read.success) {
    const [issue] = read.error.issues;
    return { reason: `one whose ${issue?.path.join('.') || 'form'} is wrong: ${issue?.message}` }
  }
  return canonicalJson(read.data) === text ? { pointer: read.data } : { reason: 'one that is not canonical JSON' }
}

export { MAX_POINTER_BYTES as M, POINTER_SCHEMA as P, pointerText as p, readPointer as r };
