import { type LoadedTrust, MAX_TRUSTED_ROOT_BYTES } from '../core/record/trust/loaded-trust.ts'
import type { Trust } from '../core/record/trust/trust.ts'
import { trustInKey } from '../core/record/trust/trust-in-key.ts'
import type { Files } from '../ports.ts'

const MAX_KEY_BYTES = 64 * 1024

/** Trust with the trusted root read that it names. */
export async function loadTrust({ 'trusted-root': path, ...trust }: Trust, files: Files): Promise<LoadedTrust> {
  if (path === undefined) return trust
  return { ...trust, trustedRoot: await files.readText(path, { maxBytes: MAX_TRUSTED_ROOT_BYTES }) }
}

/** Trust in the one public key of a file, at any time. */
export const loadKeyTrust = async (path: string, files: Files): Promise<LoadedTrust> =>
  loadTrust(trustInKey(await files.readText(path, { maxBytes: MAX_KEY_BYTES }), path), files)
