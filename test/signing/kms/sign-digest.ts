import { createHash, type KeyObject, randomBytes, sign } from 'node:crypto'

/** The order of P-256 (SEC 2). */
const N = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n

/**
 * ECDSA on P-256 of a SHA-256 that is given, r and s: Node only signs what it hashes itself. With s = (h + r d) / k for a message of ours,
 * s (e + r d) / (h + r d) is the s for the digest e.
 */
export function signDigest(digest: Uint8Array, key: KeyObject): Buffer {
  const message = randomBytes(16)
  const rs = sign('sha256', message, { key, dsaEncoding: 'ieee-p1363' })
  const d = number(Buffer.from(key.export({ format: 'jwk' }).d ?? '', 'base64url'))
  const r = number(rs.subarray(0, 32))
  const own = number(createHash('sha256').update(message).digest()) + r * d
  const s = (((number(rs.subarray(32)) * (number(digest) + r * d)) % N) * inverse(own % N)) % N
  return Buffer.concat([rs.subarray(0, 32), Buffer.from(s.toString(16).padStart(64, '0'), 'hex')])
}

const number = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).toString('hex')}`)

/** By Fermat: a^(n-2), n being prime. */
function inverse(a: bigint): bigint {
  let [result, base] = [1n, a]
  for (let exponent = N - 2n; exponent > 0n; exponent >>= 1n) {
    if (exponent & 1n) result = (result * base) % N
    base = (base * base) % N
  }
  return result
}
