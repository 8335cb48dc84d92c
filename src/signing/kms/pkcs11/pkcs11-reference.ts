import { UserError } from '../../../core/user-error.ts'

/** Which key of which token, and how it is reached (RFC 7512). */
export interface Pkcs11Reference {
  readonly token: string | undefined
  readonly serial: string | undefined
  readonly slotId: number | undefined
  /** The key's label (`CKA_LABEL`). */
  readonly object: string | undefined
  /** The key's `CKA_ID`. */
  readonly id: Buffer | undefined
  readonly modulePath: string | undefined
  readonly pinSource: string | undefined
}

const KNOWN = ['token', 'serial', 'slot-id', 'object', 'id', 'type', 'module-path', 'pin-source']
const HINT = 'Write it as pkcs11:token=TOKEN;object=KEY?module-path=/usr/lib/….so, the PIN in PROOFMARK_PKCS11_PIN'

const wrong = (found: string, hint = HINT) =>
  new UserError('kms.reference', `Expected a key of a PKCS#11 token but found ${found}`, { hint })

/** Reads a `pkcs11:` URI. A PIN in it is refused: references are kept in settings and logs. Messages quote no value of it. */
export function pkcs11Reference(uri: string): Pkcs11Reference {
  if (!uri.startsWith('pkcs11:') || uri.length > 2048) throw wrong('no pkcs11: URI')
  const [path = '', query = '', ...more] = uri.slice('pkcs11:'.length).split('?')
  if (more.length > 0) throw wrong('a URI with two question marks')
  const found = new Map<string, Buffer>()
  for (const attribute of [...path.split(';'), ...query.split('&')].filter(text => text !== '')) {
    const [name = '', ...rest] = attribute.split('=')
    if (name === 'pin-value')
      throw wrong('one with its PIN in it', 'Put the PIN into PROOFMARK_PKCS11_PIN, or name a file by pin-source')
    if (!KNOWN.includes(name)) throw wrong(`one with '${name.slice(0, 40)}'`)
    if (found.has(name)) throw wrong(`one with ${name} twice`)
    found.set(name, bytesOf(rest.join('=')))
  }
  const text = (name: string) => found.get(name)?.toString('utf8')
  if (!['token', 'serial', 'slot-id'].some(name => found.has(name)))
    throw wrong('one that names no token, serial or slot-id')
  if (!['object', 'id'].some(name => found.has(name))) throw wrong('one that names no object and no id')
  if (![undefined, 'private'].includes(text('type'))) throw wrong(`one of type ${text('type')?.slice(0, 40)}`)
  const slot = text('slot-id')
  if (slot !== undefined && !/^\d{1,10}$/.test(slot)) throw wrong('one whose slot-id is no number')
  return {
    token: text('token'),
    serial: text('serial'),
    slotId: slot === undefined ? undefined : Number(slot),
    object: text('object'),
    id: found.get('id'),
    modulePath: text('module-path'),
    pinSource: text('pin-source'),
  }
}

/** Bytes that a value stands for: each `%` and two digits is one (RFC 3986 §2.1). */
function bytesOf(value: string): Buffer {
  if (/%(?![0-9a-fA-F]{2})/.test(value)) throw wrong("one with a '%' that is not followed by two digits")
  const parts = value.split(/(%[0-9a-fA-F]{2})/)
  return Buffer.concat(
    parts.map(part => (part.startsWith('%') ? Buffer.from(part.slice(1), 'hex') : Buffer.from(part))),
  )
}
