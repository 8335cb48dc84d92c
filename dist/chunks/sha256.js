import { verify, createPublicKey, createHash } from 'node:crypto';
import { U as UserError } from './user-error.js';

/**
 * A signer that returns no signature it has not verified: a service that signs with another key than the one it showed (rotated,
 * replaced, a wrong answer) would otherwise give a certificate that nobody can verify.
 */
function signerOf(
  name        ,
  publicKey           ,
  signatureOf                                           ,
)         {
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const digest = publicKey.asymmetricKeyType === 'ed25519' ? null : 'sha256';
  return {
    name,
    async sign(data) {
      const signature = await signatureOf(data);
      if (verify(digest, data, publicKey, signature)) return { signature, key: { kind: 'public-key', pem } }
      throw new UserError(
        'kms.signature',
        `Expected ${name} to sign with the key it shows but found a signature by that key to be false`,
        {
          kind: 'environment',
          hint: 'Run it again if the key was just rotated or replaced; name a version of the key where the service has them',
        },
      )
    },
  }
}

/** The one thing that can be done about a key of another kind. */
const HINT = 'Make a signing key of type P-256 (ECDSA with SHA-256), or Ed25519 where the service has it';

/** A public key of a kind that certificates are signed with: P-256 or Ed25519. @param reference of the key, for messages */
function signingKey(key           , reference        )            {
  const { namedCurve, modulusLength } = key.asymmetricKeyDetails ?? {};
  if (key.asymmetricKeyType === 'ed25519' || namedCurve === 'prime256v1') return key
  throw wrongKey(
    reference,
    [key.asymmetricKeyType?.toUpperCase(), namedCurve ?? modulusLength].filter(Boolean).join(' '),
  )
}

/** Where a key is of a kind that certificates are not signed with. */
const wrongKey = (reference        , found        )            =>
  new UserError('kms.key-type', `Expected ${reference} to be a P-256 or Ed25519 signing key but found ${found}`, {
    hint: HINT,
  });

/** A public key that a service gave as SPKI, PEM or DER. */
function fromSpki(spki                     , reference        )            {
  try {
    const key =
      typeof spki === 'string'
        ? createPublicKey(spki)
        : createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' });
    return signingKey(key, reference)
  } catch (cause) {
    throw cause instanceof UserError ? cause : wrongKey(reference, 'one that cannot be read')
  }
}

/** A public key from the coordinates of its point (P-256, 32 bytes each) or from its 32 bytes (Ed25519, RFC 8032). */
function fromCoordinates(coordinates                                   , reference        )            {
  const encoded = (bytes            ) => Buffer.from(bytes).toString('base64url');
  const { x, y } = coordinates;
  const jwk =
    y === undefined
      ? { kty: 'OKP', crv: 'Ed25519', x: encoded(x) }
      : { kty: 'EC', crv: 'P-256', x: encoded(x), y: encoded(y) };
  try {
    return createPublicKey({ key: jwk, format: 'jwk' })
  } catch {
    throw wrongKey(reference, 'one that cannot be read')
  }
}

/** SHA-256 of bytes. */
const sha256 = (data            )         => createHash('sha256').update(data).digest();

export { sha256 as a, signerOf as b, fromSpki as c, fromCoordinates as f, signingKey as s, wrongKey as w };
