/** Files encrypted to several recipients, any of whom can read them: age v1 (https://age-encryption.org/v1). Every failure is a `UserError`. */
export interface Encryption {
  /** Whether a recipient or an identity is a key in a key service, named by a URI, rather than text or a file. */
  isKeyService(name: string): boolean
  /** A recipient is `age1…`, or the URI of a key in a key service; `context` is what such a key binds the file to. */
  encrypt(content: Uint8Array, recipients: readonly string[], context: string): Promise<Uint8Array>
  /** An identity is `AGE-SECRET-KEY-…`, or the URI of a key in a key service. */
  decrypt(file: Uint8Array, identities: readonly string[], context: string | undefined): Promise<Uint8Array>
  /** So many bytes that nobody can guess. */
  random(bytes: number): Uint8Array
}
