import type { KeyObject } from 'node:crypto'

/** The digest that signatures of this key are over, as node names it; Ed25519 has its own. */
export const digestOf = (key: KeyObject): 'sha256' | undefined =>
  key.asymmetricKeyType === 'ed25519' ? undefined : 'sha256'
