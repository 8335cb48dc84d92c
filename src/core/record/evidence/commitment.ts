/** Bytes of a salt: as many as no one guesses. */
export const SALT_BYTES = 32

/** The file, beside a confidential evidence file in the archive, that holds its salt. */
export const saltFile = (evidenceFile: string): string => `${evidenceFile}.salt`

/** SHA-256 over the salt and then the file: says which file it was to whoever is given both, and nothing to anybody else. */
export function commitment(salt: Uint8Array, file: Uint8Array, sha256: (content: Uint8Array) => string): string {
  const salted = new Uint8Array(salt.length + file.length)
  salted.set(salt)
  salted.set(file, salt.length)
  return sha256(salted)
}
