/** A credential in a file: never the value, only where it is, which rule saw it, and a fingerprint to recognise it by. */
export interface SecretFinding {
  /** The rule's name, e.g. `AWS access key`. */
  readonly rule: string
  /** 1-based, of the text that was searched. */
  readonly line: number
  /** First 16 hexadecimal digits of the SHA-256 of rule and value. */
  readonly fingerprint: string
}
