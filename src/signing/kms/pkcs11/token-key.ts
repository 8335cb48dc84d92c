import { type KeyObject, X509Certificate } from 'node:crypto'
import { UserError } from '../../../core/user-error.ts'
import { fromCoordinates, signingKey, wrongKey } from '../keys/signing-key.ts'
import {
  CKA_CLASS,
  CKA_EC_PARAMS,
  CKA_EC_POINT,
  CKA_ID,
  CKA_KEY_TYPE,
  CKA_LABEL,
  CKA_VALUE,
  CKK_EC,
  CKK_EC_EDWARDS,
  CKO_CERTIFICATE,
  CKO_PRIVATE_KEY,
  CKO_PUBLIC_KEY,
} from './constants.ts'
import type { Attribute, Handle } from './cryptoki.ts'
import type { Pkcs11Reference } from './pkcs11-reference.ts'
import type { OpenToken } from './with-token.ts'

/** The object identifier of P-256 in DER (SEC 2, secp256r1). */
const P256 = Buffer.from('06082a8648ce3d030107', 'hex')

/** The one private key that a reference names. */
export function privateKeyOf(token: OpenToken, { object, id }: Pkcs11Reference, name: string): Handle {
  const found = objects(token, [
    { type: CKA_CLASS, value: CKO_PRIVATE_KEY },
    ...(object === undefined ? [] : [{ type: CKA_LABEL, value: Buffer.from(object) }]),
    ...(id === undefined ? [] : [{ type: CKA_ID, value: id }]),
  ])
  const [key] = found
  if (key !== undefined && found.length === 1) return key
  throw new UserError(
    'kms.missing',
    `Expected one private key for ${name} but found ${found.length === 0 ? 'none' : 'several'}`,
    {
      hint: found.length === 0 ? "Check the key's object and id" : 'Name it by object and id together',
    },
  )
}

/** Its public key, from the object beside it with the same `CKA_ID`, or from the certificate there. */
export function publicKeyOf(token: OpenToken, key: Handle, name: string): KeyObject {
  const kind = attribute(token, key, CKA_KEY_TYPE).readUInt32LE(0)
  if (kind !== CKK_EC && kind !== CKK_EC_EDWARDS) throw wrongKey(name, 'one of another type')
  const id = { type: CKA_ID, value: attribute(token, key, CKA_ID) }
  const [beside] = objects(token, [{ type: CKA_CLASS, value: CKO_PUBLIC_KEY }, id])
  if (beside !== undefined) {
    const point = octets(attribute(token, beside, CKA_EC_POINT))
    if (kind === CKK_EC_EDWARDS) return fromCoordinates({ x: point }, name)
    if (!attribute(token, beside, CKA_EC_PARAMS).equals(P256) || point.length !== 65)
      throw wrongKey(name, 'one on another curve')
    return fromCoordinates({ x: point.subarray(1, 33), y: point.subarray(33) }, name)
  }
  const [certificate] = objects(token, [{ type: CKA_CLASS, value: CKO_CERTIFICATE }, id])
  if (certificate !== undefined)
    return signingKey(new X509Certificate(attribute(token, certificate, CKA_VALUE)).publicKey, name)
  throw new UserError('kms.missing', `Expected the public key of ${name} on the token but found none`, {
    hint: 'Store the public key or the certificate beside the private key, with the same id',
  })
}

/** The bytes of a DER OCTET STRING; some tokens leave the wrapping out. */
const octets = (der: Buffer): Buffer => (der[0] === 0x04 && der[1] === der.length - 2 ? der.subarray(2) : der)

/** Objects that match, two at most: enough to see that one is not the only one. */
function objects({ cryptoki, session }: OpenToken, template: Attribute[]): Handle[] {
  cryptoki.C_FindObjectsInit(session, template)
  try {
    return cryptoki.C_FindObjects(session, 2)
  } finally {
    cryptoki.C_FindObjectsFinal(session)
  }
}

const attribute = ({ cryptoki, session }: OpenToken, object: Handle, type: number): Buffer =>
  cryptoki.C_GetAttributeValue(session, object, [{ type }])[0]?.value ?? Buffer.alloc(0)
