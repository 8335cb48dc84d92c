import { MAX_BUNDLE_BYTES } from '../../core/record/statement/bundle.ts'
import type { Certificate } from '../../core/record/statement/certificate.ts'
import { readCertificate } from '../../core/record/statement/read-certificate.ts'
import type { Settings } from '../../core/settings/schema.ts'
import type { Ports } from '../../ports.ts'

/** The certificate that is to be replaced, as the settings name it; its signature is not asked for. Nothing where none is named, or it is none. */
export async function certificateBefore(
  { supersedes }: Settings['record'],
  { files }: Pick<Ports, 'files'>,
): Promise<Certificate | undefined> {
  if (supersedes === undefined) return undefined
  return readCertificate(await files.readText(supersedes, { maxBytes: MAX_BUNDLE_BYTES }))
}
