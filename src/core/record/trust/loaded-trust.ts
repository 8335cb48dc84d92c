import type { Trust } from './trust.ts'

/** Largest trusted root that is read, in bytes: the public instance's has about 7 000. */
export const MAX_TRUSTED_ROOT_BYTES = 1024 * 1024

/** Trust with the document that it names read. */
export interface LoadedTrust extends Omit<Trust, 'trusted-root'> {
  /** Text of a Sigstore `trusted_root.json`. */
  readonly trustedRoot?: string
}
