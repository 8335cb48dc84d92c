import type { FileDigest } from '../model/file-digest.ts'
import { STATEMENT_TYPE } from '../statement/identifiers.ts'
import { omsFiles } from './oms-files.ts'
import { rootOf } from './oms-roots.ts'

/** Predicate type of OpenSSF Model Signing v1.0. */
export const MODEL_SIGNATURE = 'https://model_signing/signature/v1.0'

/** What is left out of every folder when a model's files are listed; a verifier passes over it at the model's root. */
const IGNORED = ['.git', 'node_modules']

/**
 * The statement that `model_signing verify` reads (specification v1.0, `files` method): every file by SHA-256, in the specification's
 * order. Its subject is called like the folder that holds the files, or like the model where they lie in none.
 */
export function omsStatement(
  files: readonly FileDigest[],
  model: { readonly name?: string | undefined },
  sha256: (content: Uint8Array) => string,
) {
  const named = omsFiles(files)
  return {
    _type: STATEMENT_TYPE,
    subject: [
      {
        name: named.folder.split('/').at(-2) ?? model.name ?? 'model',
        digest: { sha256: rootOf(named.files, sha256) },
      },
    ],
    predicateType: MODEL_SIGNATURE,
    predicate: {
      serialization: { method: 'files', hash_type: 'sha256', allow_symlinks: false, ignore_paths: IGNORED },
      resources: named.files.map(({ name, digest }) => ({ name, digest: digest.sha256, algorithm: 'sha256' })),
    },
  }
}
