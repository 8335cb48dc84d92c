import type { KeyKind } from '../core/record/key-pair.ts'
import type { Ports } from '../ports.ts'
import { requireNoFile } from './require-no-file.ts'

export interface KeyPaths {
  readonly privateKey: string
  readonly publicKey: string
}

/** Where `keygen` writes unless told otherwise. */
export const DEFAULT_KEY_PATHS: KeyPaths = { privateKey: 'proofmark.key', publicKey: 'proofmark.pub' }

/** Makes a key pair for signing certificates. Overwrites nothing: a lost private key cannot be made again. Returns the id by which certificates name the key. */
export async function keygen(
  paths: KeyPaths,
  { files, signing }: Ports,
  kind: KeyKind = 'p256',
): Promise<KeyPaths & { readonly id: string }> {
  for (const path of [paths.privateKey, paths.publicKey]) await requireNoFile(path, files)
  const pair = await signing.generate(kind)
  const { sha256 } = await signing.publicKey(pair.privateKey)
  await files.write(paths.privateKey, pair.privateKey, { secret: true })
  await files.write(paths.publicKey, pair.publicKey)
  return { ...paths, id: sha256 }
}
