import type { Leaf } from '../log/leaf.ts'
import type { Pointer } from './pointer.ts'
import type { Revocation } from './revocation.ts'

/** The log's entry for a pointer, by the digest of its bytes: `id` is what production points at from then on, absent for nothing. */
export const pointerLeaf = ({ kind, at, to, target, run }: Pointer, sha256: string): Leaf => ({
  v: 1,
  type: kind,
  at,
  ...(to === null ? {} : { model: to.name, id: `sha256:${to.id}` }),
  document: `sha256:${sha256}`,
  target,
  ...(run === undefined ? {} : { run }),
})

/** The log's entry for a revocation. */
export const revocationLeaf = ({ at, model, run }: Revocation, sha256: string): Leaf => ({
  v: 1,
  type: 'revocation',
  at,
  ...(model === undefined ? {} : { model: model.name, id: `sha256:${model.id}` }),
  document: `sha256:${sha256}`,
  ...(run === undefined ? {} : { run }),
})
