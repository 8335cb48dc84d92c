import { a as readBundle, p as payloadOf } from './bundle.js';
import { r as readStatement } from './read-statement.js';

/** The certificate that a signed text holds, its signature not looked at: for showing, never for promoting. */
function readCertificate(text        )                          {
  const read = readBundle(text);
  if ('reason' in read) return undefined
  const { dsseEnvelope } = read.bundle;
  const statement = readStatement(payloadOf(dsseEnvelope), dsseEnvelope.payloadType);
  return statement.kind === 'certificate' ? statement.statement : undefined
}

export { readCertificate as r };
