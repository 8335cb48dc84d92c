/** The cryptography that tokens are made with; what implements it holds no key between calls. */
export interface Ciphers {
  /** HKDF-SHA-256 (RFC 5869) without salt: `length` bytes that only `info` and the secret give. */
  hkdf(secret: Uint8Array, info: string, length: number): Uint8Array
  /** HMAC-SHA-256 (RFC 2104) of a message's UTF-8. */
  hmac(key: Uint8Array, message: string): Uint8Array
  /** AES-SIV (RFC 5297) under a key of 32, 48 or 64 bytes. */
  aesSiv(key: Uint8Array): {
    seal(plain: Uint8Array, associated?: readonly Uint8Array[]): Uint8Array
    /** Undefined where it was not sealed so, by this key. */
    open(sealed: Uint8Array, associated?: readonly Uint8Array[]): Uint8Array | undefined
  }
  /** FF1 (NIST SP 800-38G) over numerals below `radix`. */
  ff1(
    radix: number,
    key: Uint8Array,
    tweak: Uint8Array,
  ): {
    encrypt(numerals: readonly number[]): number[]
    decrypt(numerals: readonly number[]): number[]
  }
}
