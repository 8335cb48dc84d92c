import { createPublicKey, X509Certificate, verify } from 'node:crypto';
import { U as UserError } from './user-error.js';
import { r as requireSigningKey, d as digestOf } from './require-signing-key.js';
import { k as keyId } from './key-id.js';
import { p as preAuthenticationEncoding } from './pre-authentication-encoding.js';

const MEDIA_TYPE = 'application/vnd.dev.sigstore.bundle.v0.3+json';

/** A bundle (JSON text) of one signature over a payload, and of what the witnesses said that were asked for. */
async function sealBundle(
  payload            ,
  payloadType        ,
  signer        ,
  { timestampAuthority, rekor }             ,
)                  {
  const data = preAuthenticationEncoding(payloadType, payload);
  const { signature, key } = await signer.sign(data);
  const id = checked(signer, data, signature, key);
  const sig = Buffer.from(signature).toString('base64');
  const dsseEnvelope                         = {
    payload: Buffer.from(payload).toString('base64'),
    payloadType,
    signatures: [{ sig, keyid: '' }],
  };
  const times = timestampAuthority === undefined ? {} : await timestamp(timestampAuthority, signature);
  const bundle         =
    key.kind === 'public-key'
      ? {
          mediaType: MEDIA_TYPE,
          verificationMaterial: { publicKey: { hint: id }, ...times },
          dsseEnvelope,
        }
      : await witnessed(
          {
            mediaType: MEDIA_TYPE,
            verificationMaterial: { certificate: { rawBytes: rawOf(leafOf(key)) }, ...times },
            dsseEnvelope,
          },
          leafOf(key),
          rekor,
        );
  return `${JSON.stringify(bundle, null, 2)}\n`
}

/** Only a signature with a certificate is entered in a public log: a bare key has nothing to look up there. */
async function witnessed(bundle                 , certificate        , rekor                      )                  {
  if (rekor === undefined) return bundle
  const { rekorEntry } = await import('./rekor-entry.js');
  const { verificationMaterial, dsseEnvelope } = bundle;
  const tlogEntries = [await rekorEntry(rekor, dsseEnvelope, certificate)];
  return { ...bundle, verificationMaterial: { ...verificationMaterial, tlogEntries } }
}

async function timestamp(url        , signature            ) {
  const { requestTimestamp } = await import('./request-timestamp.js');
  const signedTimestamp = Buffer.from(await requestTimestamp(url, signature)).toString('base64');
  return { timestampVerificationData: { rfc3161Timestamps: [{ signedTimestamp }] } }
}

/** The id of the key, whose signature this is: what a token or a key service answers is verified before it is kept. */
function checked(signer        , data            , signature            , key            )         {
  const publicKey = createPublicKey(
    key.kind === 'public-key'
      ? key.pem
      : new X509Certificate(leafOf(key)).publicKey.export({ type: 'spki', format: 'pem' }),
  );
  requireSigningKey(publicKey, 'Make a key of one of these kinds, and name that');
  if (!verify(digestOf(publicKey), data, publicKey, signature))
    throw new UserError(
      'signing.bad-signature',
      `Expected a signature by ${signer.name} but found one that does not hold`,
      {
        kind: 'environment',
        hint: 'Check that the key is for signing with ECDSA P-256 and SHA-256, or with Ed25519',
      },
    )
  return keyId(publicKey)
}

const leafOf = ({ chain }                                              ) => chain[0] ?? '';
const rawOf = (pem        ) => new X509Certificate(pem).raw.toString('base64');

export { sealBundle };
