import { createHash } from 'node:crypto';

/** How bundles name a public key: the SHA-256 of its DER (SPKI), hexadecimal. Unlike PEM, DER spells a key in one way only. */
function keyId(publicKey           )         {
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex')
}

export { keyId as k };
