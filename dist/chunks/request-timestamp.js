import { createHash, randomBytes } from 'node:crypto';
import { s as send, u as unanswered } from './send2.js';
import { s as sentAlong, b as signatureFault } from './authority-fault.js';
import { r as readTimestamp, D as DerError } from './read-timestamp.js';

/** A value in DER: its tag, its length and its parts. */
function der(tag        , ...parts                       )             {
  const content = Buffer.concat(parts);
  return Buffer.concat([Uint8Array.of(tag), lengthOf(content.length), content])
}

function lengthOf(length        )             {
  if (length < 0x80) return Uint8Array.of(length)
  if (length < 0x100) return Uint8Array.of(0x81, length)
  return Uint8Array.of(0x82, length >> 8, length & 0xff)
}

const SHA256 = Buffer.from('608648016503040201', 'hex');
const NULL = Uint8Array.of(5, 0);

/**
 * A TimeStampReq (RFC 3161 §2.4.1) for the SHA-256 of these bytes. It asks for the authority's certificate, so that the answer can be
 * checked before anybody decides whom to trust.
 */
function timestampQuery(data            , nonce            )             {
  const digest = createHash('sha256').update(data).digest();
  return der(
    0x30,
    der(0x02, Uint8Array.of(1)),
    der(0x30, der(0x30, der(0x06, SHA256), NULL), der(0x04, digest)),
    der(0x02, nonce),
    der(0x01, Uint8Array.of(0xff)),
  )
}

/**
 * A time-stamp over these bytes (RFC 3161 §3.4, by HTTP); the authority sees their SHA-256. It is checked before it is kept: a
 * time-stamp over something else, of an earlier question, or whose signature does not hold is no answer.
 */
async function requestTimestamp(url        , data            , second         )                      {
  // Positive and without a leading zero, whatever the rest: DER spells a number in one way only.
  const nonce = Buffer.concat([Uint8Array.of(0x40 | ((randomBytes(1)[0] ?? 0) % 0x40)), randomBytes(15)]);
  const whom = 'the time-stamp authority';
  const answer = await send({
    whom,
    url,
    type: 'application/timestamp-query',
    accept: 'application/timestamp-reply',
    body: timestampQuery(data, nonce),
    ...(second === undefined ? {} : { second }),
  });
  const fault = faultOf(answer, data, nonce);
  if (fault !== undefined) throw unanswered({ whom, url }, fault)
  return answer
}

function faultOf(answer            , data            , nonce            )                     {
  const timestamp = readTimestamp(answer);
  if ('fault' in timestamp) return timestamp.fault
  if (Buffer.compare(timestamp.nonce ?? new Uint8Array(), nonce) !== 0) return 'a time-stamp for another question'
  try {
    const own = sentAlong(timestamp);
    if (own === undefined) return 'a time-stamp without the certificate of its authority'
    const fault = signatureFault(timestamp, data, own);
    return fault === undefined ? undefined : `a time-stamp, but ${fault}`
  } catch (error) {
    if (error instanceof DerError) return 'a time-stamp whose certificate cannot be read'
    throw error
  }
}

export { requestTimestamp };
