import { UserError } from '../../../core/user-error.ts'

const PART = '[a-zA-Z0-9_.:-]{1,100}'
const KEY = new RegExp(
  `^gcpkms://(projects/${PART}/locations/${PART}/keyRings/${PART}/cryptoKeys/${PART})(?:/(?:cryptoKeyVersions|versions)/(\\d{1,10}))?$`,
)

/** Reads `gcpkms://projects/…/cryptoKeys/NAME/cryptoKeyVersions/N` (also `/versions/N`, as cosign writes it) into the resource's name. */
export function gcpReference(uri: string): { readonly key: string; readonly version: string | undefined } {
  const [, key, version] = KEY.exec(uri) ?? []
  if (key !== undefined && !key.includes('..'))
    return { key, version: version === undefined ? undefined : `${key}/cryptoKeyVersions/${version}` }
  throw new UserError('kms.reference', `Expected a key of Google Cloud KMS but found '${uri.slice(0, 300)}'`, {
    hint: 'Write it as gcpkms://projects/P/locations/L/keyRings/R/cryptoKeys/K/cryptoKeyVersions/1',
  })
}

/** The version that signs: it must be named, so that a certificate's key does not change by itself. */
export function gcpVersion(uri: string): string {
  const { version } = gcpReference(uri)
  if (version !== undefined) return version
  throw new UserError('kms.reference', `Expected a version of the key but found none in ${uri}`, {
    hint: 'Add /cryptoKeyVersions/1, the number of the version that signs',
  })
}
