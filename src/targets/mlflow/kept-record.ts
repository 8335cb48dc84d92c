import { readSha256Sums } from '../../core/record/model/sha256-sums.ts'
import { MAX_BUNDLE_BYTES } from '../../core/record/statement/bundle.ts'
import { CERTIFICATE_FILE, SUMS_FILE } from '../../core/record/statement/record-files.ts'
import type { Registry } from './registry.ts'
import { sha256Of } from './sha256-of.ts'
import { RECORD_FOLDER, TAGS } from './tags.ts'

const MAX_SUMS_BYTES = 64 * 1024 * 1024

/** The certificate with these bytes, from the runs that say they keep it. */
export async function keptCertificate(sha256: string, registry: Registry): Promise<string | undefined> {
  const tag = { key: TAGS.certificate, value: sha256 }
  const texts = await registry.kept(tag, `${RECORD_FOLDER}/${CERTIFICATE_FILE}`, MAX_BUNDLE_BYTES)
  return texts.find(text => sha256Of(text) === sha256)
}

/** Names of the files of a certified model: the `SHA256SUMS` whose digest is the model id. None where it is not kept. */
export async function keptNames(modelId: string, registry: Registry): Promise<readonly string[]> {
  const tag = { key: TAGS.modelId, value: modelId }
  const texts = await registry.kept(tag, `${RECORD_FOLDER}/${SUMS_FILE}`, MAX_SUMS_BYTES)
  const sums = texts.find(text => sha256Of(text) === modelId)
  return sums === undefined ? [] : (readSha256Sums(sums) ?? []).map(({ name }) => name)
}
