import { generateKeyPairSync, sign, createPublicKey, X509Certificate } from 'node:crypto';
import { U as UserError } from './user-error.js';
import { k as keyId } from './key-id.js';
import { s as send, u as unanswered } from './send2.js';
import { o as object, a as string, T as ZodError, u as union, e as array } from './schemas2.js';

const Claims = object({ sub: string().min(1), repository_visibility: string().optional() });

/** What an identity token says of the running job. Its signature is for the certificate authority to verify. */
function claimsOf(token        )                                                                        {
  try {
    const { sub, repository_visibility } = Claims.parse(
      JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()),
    );
    return { subject: sub, visibility: repository_visibility }
  } catch {
    throw new UserError(
      'signing.identity-token',
      'Expected an identity token of GitHub Actions but found another text',
      {
        kind: 'environment',
        hint: 'Run the job again; if it stays so, sign with a key of your own',
      },
    )
  }
}

const Chain = object({
  chain: object({
    certificates: array(string().max(64 * 1024))
      .min(1)
      .max(8),
  }),
});
const Answer = union([
  object({ signedCertificateEmbeddedSct: Chain }),
  object({ signedCertificateDetachedSct: Chain }),
]);

/** The public instance's own certificate authority, which publishes every certificate in a transparency log. */
const PUBLIC_HOST = /(^|\.)sigstore\.(dev|com)$/;

/**
 * Signs with a key that lives for one signature, which Fulcio binds to the running workflow by its identity token
 * (https://github.com/sigstore/fulcio/blob/main/fulcio.proto). Messages never quote the token.
 */
function keylessSigner({ fulcioUrl, audience, mayPublish }         , tokens                )         {
  const whom = 'the certificate authority';
  requireEncrypted(fulcioUrl);
  return {
    name: `the running workflow, by ${new URL(fulcioUrl).host}`,
    async sign(data) {
      const token = await tokens.token(audience);
      const { subject, visibility } = claimsOf(token);
      if (PUBLIC_HOST.test(new URL(fulcioUrl).hostname) && visibility !== 'public' && !mayPublish) throw wouldPublish()
      const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const answer = await send({
        whom,
        url: `${fulcioUrl.replace(/\/+$/, '')}/api/v2/signingCert`,
        type: 'application/json',
        accept: 'application/json',
        body: JSON.stringify({
          credentials: { oidcIdentityToken: token },
          publicKeyRequest: {
            publicKey: { algorithm: 'ECDSA', content: publicKey.export({ type: 'spki', format: 'pem' }) },
            proofOfPossession: sign('sha256', Buffer.from(subject), privateKey).toString('base64'),
          },
        }),
      });
      const chain = chainIn(answer);
      if (chain === undefined) throw unanswered({ whom, url: fulcioUrl }, 'no certificate')
      if (keyOf(chain[0]) !== keyId(publicKey))
        throw unanswered({ whom, url: fulcioUrl }, 'a certificate of another key')
      return { signature: sign('sha256', data, privateKey), key: { kind: 'certificate', chain } }
    },
  }
}

/** Whoever reads the token on its way could sign as this workflow. */
function requireEncrypted(url        )       {
  const { protocol, hostname } = new URL(url);
  if (protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname)) return
  throw new UserError('signing.unencrypted', `Expected a certificate authority by https but found ${url}`, {
    hint: "Give 'record.keyless.fulcio-url' an address that starts with https://",
  })
}

function chainIn(answer            )                                             {
  try {
    const read = Answer.parse(JSON.parse(Buffer.from(answer).toString()));
    const [first, ...more] = (
      'signedCertificateEmbeddedSct' in read ? read.signedCertificateEmbeddedSct : read.signedCertificateDetachedSct
    ).chain.certificates;
    return first === undefined ? undefined : [first, ...more]
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof ZodError) return undefined
    throw error
  }
}

function keyOf(pem        )                     {
  try {
    return keyId(createPublicKey(new X509Certificate(pem).publicKey.export({ type: 'spki', format: 'pem' })))
  } catch {
    return undefined
  }
}

const wouldPublish = () =>
  new UserError(
    'signing.would-publish',
    "Expected a public repository but found one whose name Sigstore's public instance would publish for good",
    {
      hint: "Sign with a key of your own, leave 'record.keyless.instance' at github, or set 'record.keyless.may-publish: true'",
    },
  );

export { keylessSigner };
