import { type Der, DerError, inside } from './der.ts'
import { DIGESTS } from './object-identifiers.ts'

/** The digest that an AlgorithmIdentifier names: of SHA-2 only. */
export function digestNamed(algorithm: Der | undefined): string {
  const [oid] = inside(required(algorithm))
  const name = DIGESTS.get(hex(required(oid).content))
  if (name === undefined) throw new DerError('a digest that is not SHA-256, SHA-384 or SHA-512')
  return name
}

/** A part that must be there. */
export function required(value: Der | undefined): Der {
  if (value === undefined) throw new DerError('a part is missing')
  return value
}

/** A part that must be there and have this tag. */
export function expect(value: Der | undefined, tag: number): Der {
  const found = required(value)
  if (found.tag !== tag) throw new DerError('a part of another kind')
  return found
}

/** Bytes as an identifier is looked up by. */
export const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
