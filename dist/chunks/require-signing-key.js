import { U as UserError } from './user-error.js';

/** The digest that signatures of this key are over, as node names it; Ed25519 has its own. */
const digestOf = (key           )                       =>
  key.asymmetricKeyType === 'ed25519' ? undefined : 'sha256';

/** The key, if it is on P-256 or Ed25519: what verifiers of Sigstore bundles take with one hash each, SHA-256 and the curve's own. */
function requireSigningKey(key           , hint        )            {
  const { namedCurve, modulusLength } = key.asymmetricKeyDetails ?? {};
  if (key.asymmetricKeyType === 'ec' && namedCurve === 'prime256v1') return key
  if (key.asymmetricKeyType === 'ed25519') return key
  const found = [key.asymmetricKeyType?.toUpperCase(), namedCurve ?? modulusLength].filter(Boolean).join(' ');
  throw new UserError('signing.key-type', `Expected a P-256 or Ed25519 key but found ${found}`, { hint })
}

export { digestOf as d, requireSigningKey as r };
