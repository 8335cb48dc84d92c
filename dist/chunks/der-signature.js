import { U as UserError } from './user-error.js';

/** Bytes of r and of s on P-256. */
const HALF = 32;

/**
 * An ECDSA signature on P-256 in DER, from its r and s one after the other as JOSE and PKCS#11 give it (RFC 7518 §3.4, PKCS#11 v3.1
 * §6.3.1): SEQUENCE { INTEGER r, INTEGER s } of RFC 3279 §2.2.3, the integers as short as they may be and never negative.
 */
function derSignature(rs            )         {
  if (rs.length !== 2 * HALF)
    throw new UserError('kms.signature', `Expected a signature of ${2 * HALF} bytes but found ${rs.length}`, {
      kind: 'environment',
      hint: 'Check that the key is on P-256',
    })
  const integers = Buffer.concat([integer(rs.subarray(0, HALF)), integer(rs.subarray(HALF))]);
  return Buffer.concat([Buffer.of(0x30, integers.length), integers])
}

function integer(bytes            )         {
  const first = bytes.findIndex(byte => byte !== 0);
  const significant = first === -1 ? Buffer.of(0) : Buffer.from(bytes.subarray(first));
  const positive = (significant[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.of(0), significant]) : significant;
  return Buffer.concat([Buffer.of(0x02, positive.length), positive])
}

export { derSignature as d };
