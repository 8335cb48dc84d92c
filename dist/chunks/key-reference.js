import { N as NAMESPACE } from './identifiers2.js';
import { r as readJson } from './read-json.js';
import { h as looseObject, a as string, _ as _enum, o as object, e as array, s as strictObject, l as literal } from './schemas2.js';

/** Largest receipt that is read, in bytes: GitHub's token has about 2,000, its keys about 15,000. */
const MAX_RECEIPT_BYTES = 128 * 1024;

/** Longest token that is read, in characters. */
const MAX_TOKEN_LENGTH = 16 * 1024;

/** A public key (RFC 7517) that can sign a token: its kind, and nothing secret. Members that say nothing of the key are kept as they are. */
const PublicJwk = looseObject({ kty: _enum(['RSA', 'EC']), kid: string().min(1).max(1024) })
  .refine(key => !['d', 'p', 'q', 'dp', 'dq', 'qi', 'k'].some(name => name in key), 'a public key, not a private one');

/** The keys that an issuer of tokens shows (RFC 7517, JWK Set). */
const JsonWebKeys = object({ keys: array(PublicJwk).min(1).max(32) });
                                                     

/**
 * What is kept of an approval that was given by an identity token: the token, which is of no use once it has expired, and the issuer's
 * keys as they were. The role is what the approver asked to count for; whether they have it, the policy says.
 */
const Receipt = strictObject({
  schema: literal(`${NAMESPACE}receipt/v1`),
  role: string().min(1).max(200),
  token: string()
    .max(MAX_TOKEN_LENGTH)
    .regex(/^[\w-]+\.[\w-]+\.[\w-]*$/, 'a signed token in three parts'),
  keys: JsonWebKeys,
});
                                             

/** Reads a receipt strictly, or says why it is none. */
function readReceipt(bytes            )                                         {
  if (bytes.length > MAX_RECEIPT_BYTES)
    return { refused: `it has ${bytes.length} bytes, more than ${MAX_RECEIPT_BYTES}` }
  const value = readJson(bytes);
  if (value === undefined) return { refused: 'it is no JSON' }
  const read = Receipt.safeParse(value);
  if (read.success) return read.data
  const [issue] = read.error.issues;
  return { refused: `${issue?.path.join('.') || 'the document'} is wrong: ${issue?.message}` }
}

/** The repository of the run as GitHub knows it; undefined where it is kept elsewhere. */
const githubRepository = ({ repository, elsewhere }            )                     =>
  elsewhere ? undefined : repository;

/** Where a key can be besides a file, as the start of the address that names it. */
const KEY_SCHEMES = ['pkcs11:', 'awskms://', 'gcpkms://', 'azurekms://', 'hashivault://'];         
                                                    

/** Stands for a key of the moment, which a certificate authority binds to the running workflow. */
const KEYLESS = 'keyless';

/** The scheme of a key's address; undefined of anything else. */
const schemeOf = (reference        )                        =>
  KEY_SCHEMES.find(scheme => reference.startsWith(scheme));

/** Whether this names something that signs, rather than the path of a file: PEM text, an address, or `keyless`. */
const isKeyReference = (text        )          =>
  text.includes('-----BEGIN') || schemeOf(text) !== undefined || text === KEYLESS;

export { JsonWebKeys as J, KEYLESS as K, MAX_TOKEN_LENGTH as M, MAX_RECEIPT_BYTES as a, KEY_SCHEMES as b, githubRepository as g, isKeyReference as i, readReceipt as r, schemeOf as s };
