/** Where a key can be besides a file, as the start of the address that names it. */
export const KEY_SCHEMES = ['pkcs11:', 'awskms://', 'gcpkms://', 'azurekms://', 'hashivault://'] as const
export type KeyScheme = (typeof KEY_SCHEMES)[number]

/** Stands for a key of the moment, which a certificate authority binds to the running workflow. */
export const KEYLESS = 'keyless'

/** The scheme of a key's address; undefined of anything else. */
export const schemeOf = (reference: string): KeyScheme | undefined =>
  KEY_SCHEMES.find(scheme => reference.startsWith(scheme))

/** Whether this names something that signs, rather than the path of a file: PEM text, an address, or `keyless`. */
export const isKeyReference = (text: string): boolean =>
  text.includes('-----BEGIN') || schemeOf(text) !== undefined || text === KEYLESS
