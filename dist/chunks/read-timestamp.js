/** One value of a DER document (ITU-T X.690). */
                      
                                                                                          
                      
                              
                                                
                          
 

class DerError extends Error {}

/** Largest value that is read, in bytes: a time-stamp with its certificates has about 6 000. */
const MAX_BYTES = 1024 * 1024;

/** The one value that these bytes are. */
function readDer(bytes            )      {
  const [value, ...rest] = values(bytes);
  if (value === undefined || rest.length > 0) throw new DerError('not one value')
  return value
}

/** The values in a value, in order. */
const inside = ({ tag, content }     )        => {
  if ((tag & 0x20) === 0) throw new DerError('a value without parts')
  return values(content)
};

function values(bytes            )        {
  if (bytes.length > MAX_BYTES) throw new DerError('too many bytes')
  const found        = [];
  for (let at = 0; at < bytes.length; ) {
    const value = valueAt(bytes, at);
    found.push(value);
    at += value.raw.length;
  }
  return found
}

function valueAt(bytes            , start        )      {
  const tag = byteAt(bytes, start);
  if ((tag & 0x1f) === 0x1f) throw new DerError('a tag of several bytes')
  const first = byteAt(bytes, start + 1);
  if (first === 0x80 || first > 0x83) throw new DerError('a length of no use')
  let length = first;
  let head = 2;
  if (first > 0x80) {
    length = 0;
    for (head = 2; head < 2 + (first & 0x7f); head += 1) length = length * 256 + byteAt(bytes, start + head);
  }
  const end = start + head + length;
  if (end > bytes.length) throw new DerError('cut short')
  return { tag, content: bytes.subarray(start + head, end), raw: bytes.subarray(start, end) }
}

function byteAt(bytes            , at        )         {
  const byte = bytes[at];
  if (byte === undefined) throw new DerError('cut short')
  return byte
}

/** The object identifiers of RFC 3161, RFC 5652 and RFC 5816 that time-stamps use: the content of their DER, in hexadecimal. */
const OID = {
  /** 1.2.840.113549.1.7.2 */
  signedData: '2a864886f70d010702',
  /** 1.2.840.113549.1.9.16.1.4 */
  timestampInfo: '2a864886f70d0109100104',
  /** 1.2.840.113549.1.9.3 */
  contentType: '2a864886f70d010903',
  /** 1.2.840.113549.1.9.4 */
  messageDigest: '2a864886f70d010904',
  /** 1.2.840.113549.1.9.16.2.12: names the signer's certificate by SHA-1. */
  signingCertificate: '2a864886f70d010910020c',
  /** 1.2.840.113549.1.9.16.2.47: names it by SHA-256, or another. */
  signingCertificateV2: '2a864886f70d010910022f',
};         

/** Digests by the content of their identifier, as node names them. */
const DIGESTS                              = new Map([
  ['608648016503040201', 'sha256'],
  ['608648016503040202', 'sha384'],
  ['608648016503040203', 'sha512'],
]);

/** Signature algorithms by the content of their identifier: the digest they name, or undefined where that of the signer info counts. */
const SIGNATURES                                          = new Map([
  // ecdsa-with-SHA256, 384, 512
  ['2a8648ce3d040302', 'sha256'],
  ['2a8648ce3d040303', 'sha384'],
  ['2a8648ce3d040304', 'sha512'],
  // sha256WithRSAEncryption, 384, 512
  ['2a864886f70d01010b', 'sha256'],
  ['2a864886f70d01010c', 'sha384'],
  ['2a864886f70d01010d', 'sha512'],
  // rsaEncryption, and ecPublicKey as some authorities write it
  ['2a864886f70d010101', undefined],
  ['2a8648ce3d0201', undefined],
]);

/** The digest that an AlgorithmIdentifier names: of SHA-2 only. */
function digestNamed(algorithm                 )         {
  const [oid] = inside(required(algorithm));
  const name = DIGESTS.get(hex(required(oid).content));
  if (name === undefined) throw new DerError('a digest that is not SHA-256, SHA-384 or SHA-512')
  return name
}

/** A part that must be there. */
function required(value                 )      {
  if (value === undefined) throw new DerError('a part is missing')
  return value
}

/** A part that must be there and have this tag. */
function expect(value                 , tag        )      {
  const found = required(value);
  if (found.tag !== tag) throw new DerError('a part of another kind')
  return found
}

/** Bytes as an identifier is looked up by. */
const hex = (bytes            )         => Buffer.from(bytes).toString('hex');

/** A SignerInfo (RFC 5652 §5.3) that names its certificate by issuer and serial number, with the attributes that RFC 3161 wants. */
function readSigner(info     )                  {
  const [, sid, digestAlgorithm, attributes, signatureAlgorithm, signature] = inside(info);
  const [issuer, serial] = inside(expect(sid, 0x30));
  const signed = expect(attributes, 0xa0);
  const digest = digestNamed(digestAlgorithm);
  const attribute = attributesOf(signed);
  if (hex(expect(attribute(OID.contentType), 0x06).content) !== OID.timestampInfo)
    throw new DerError('a signature over content of another type')
  return {
    issuer: required(issuer).raw,
    serial: expect(serial, 0x02).content,
    digest,
    // Signed as a SET, written as [0] (RFC 5652 §5.4).
    attributes: Buffer.concat([Uint8Array.of(0x31), signed.raw.subarray(1)]),
    infoDigest: expect(attribute(OID.messageDigest), 0x04).content,
    certificate: certificateNamed(attribute),
    signatureDigest: signatureDigest(signatureAlgorithm) ?? digest,
    signature: expect(signature, 0x04).content,
  }
}

/** Finds an attribute's one value; one that stands there twice is none. */
function attributesOf(signed     )                                   {
  const found = inside(signed).map(inside);
  return oid => {
    const [first, ...more] = found.filter(([type]) => hex(expect(type, 0x06).content) === oid);
    if (first === undefined) return undefined
    const [value, ...others] = inside(expect(first[1], 0x31));
    if (more.length > 0 || others.length > 0) throw new DerError('an attribute with several values')
    return value
  }
}

/** SigningCertificateV2 (RFC 5035 §4), or its older form: the first certificate named there is the signer's. */
function certificateNamed(attribute                                  )                                 {
  const newer = attribute(OID.signingCertificateV2);
  const [list] = inside(required(newer ?? attribute(OID.signingCertificate)));
  const [first] = inside(required(list));
  const [algorithm, ...rest] = inside(required(first));
  if (newer === undefined) return { algorithm: 'sha1', digest: expect(algorithm, 0x04).content }
  // Left out, the algorithm is SHA-256.
  if (algorithm?.tag === 0x04) return { algorithm: 'sha256', digest: algorithm.content }
  return { algorithm: digestNamed(algorithm), digest: expect(rest[0], 0x04).content }
}

function signatureDigest(algorithm                 )                     {
  const [oid] = inside(required(algorithm));
  const name = hex(required(oid).content);
  if (!SIGNATURES.has(name)) throw new DerError('a signature that is neither ECDSA nor RSA (PKCS #1 v1.5)')
  return SIGNATURES.get(name)
}

/** A GeneralizedTime in UTC, to the millisecond: `20261130120000.5Z` (RFC 3161 §2.4.2 allows any fraction). */
function readTime(bytes            )       {
  const text = Buffer.from(bytes).toString('latin1');
  const [, year, month, day, hour, minute, second, fraction = ''] =
    /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.(\d{1,9}))?Z$/.exec(text) ?? [];
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction.padEnd(3, '0').slice(0, 3)}Z`;
  const at = new Date(iso);
  if (Number.isNaN(at.getTime()) || at.toISOString() !== iso) throw new DerError('no time')
  return at
}

/** A TimeStampResp (RFC 3161 §2.4.2) taken apart, or why it is none that grants a time-stamp. */
function readTimestamp(response            )                                         {
  try {
    const [status, token] = inside(readDer(response));
    const [code] = inside(required(status));
    const granted = required(code).content;
    if (granted.length !== 1 || (granted[0] ?? 2) > 1) return { fault: `the answer '${refusal(granted)}'` }
    return fromToken(required(token))
  } catch (error) {
    if (error instanceof DerError) return { fault: `something else: ${error.message}` }
    throw error
  }
}

function fromToken(token     )            {
  const [type, content] = inside(token);
  requireOid(type, OID.signedData);
  const [data] = inside(expect(content, 0xa0));
  const [, , encapsulated, ...others] = inside(required(data));
  const [infoType, infoContent] = inside(required(encapsulated));
  requireOid(infoType, OID.timestampInfo);
  const [octets] = inside(expect(infoContent, 0xa0));
  const info = expect(octets, 0x04).content;
  const certificates = others.filter(({ tag }) => tag === 0xa0).flatMap(inside);
  const signers = inside(expect(others.at(-1), 0x31));
  if (signers.length !== 1) throw new DerError(`${signers.length} signers`)
  return { ...readInfo(info), info, signer: readSigner(required(signers[0])), certificates: certificates.map(rawOf) }
}

function readInfo(bytes            )                                              {
  const [version, , imprint, , time, ...others] = inside(readDer(bytes));
  if (Buffer.compare(expect(version, 0x02).content, Uint8Array.of(1)) !== 0) throw new DerError('another version')
  const [algorithm, digest] = inside(required(imprint));
  return {
    at: readTime(expect(time, 0x18).content),
    imprint: { algorithm: digestNamed(algorithm), digest: expect(digest, 0x04).content },
    nonce: others.find(({ tag }) => tag === 0x02)?.content,
  }
}

function requireOid(value                 , oid        )       {
  if (hex(expect(value, 0x06).content) !== oid) throw new DerError('content of another type')
}

const rawOf = ({ raw }     ) => raw;

const refusal = ([code]            ) =>
  ({ 2: 'rejected', 3: 'waiting', 4: 'revocation warning', 5: 'revocation notification' })[code ?? -1] ?? 'unknown';

var readTimestamp$1 = /*#__PURE__*/Object.freeze({
  __proto__: null,
  readTimestamp: readTimestamp
});

export { DerError as D, readDer as a, required as b, readTimestamp$1 as c, expect as e, inside as i, readTimestamp as r };
