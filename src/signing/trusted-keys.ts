import type { KeyObject } from 'node:crypto'
import { type KeyWindow, windowOf } from '../core/record/trust/key-window.ts'
import type { TrustedKey } from '../core/record/trust/trust.ts'
import { keyId } from './key-id.ts'
import { publicKeyFrom } from './public-key.ts'

/** A key that is trusted, read. */
export interface KnownKey {
  readonly name: string
  readonly id: string
  readonly key: KeyObject
  readonly window: KeyWindow | undefined
}

export const trustedKeys = (keys: readonly TrustedKey[]): KnownKey[] =>
  keys.map(trusted => {
    const key = publicKeyFrom(trusted.key)
    return { name: trusted.name, id: keyId(key), key, window: windowOf(trusted) }
  })
