import { w as wrongKey, f as fromCoordinates, s as signingKey, a as sha256, b as signerOf } from './sha256.js';
import { createRequire } from 'node:module';
import { join, isAbsolute, relative, sep } from 'node:path';
import { U as UserError } from './user-error.js';
import { o as object, d as custom } from './schemas2.js';
import { realpathSync } from 'node:fs';
import { v as variable, s as secretFile, n as noCredentials } from './secret-file.js';
import { fileURLToPath } from 'node:url';
import { X509Certificate } from 'node:crypto';
import { d as derSignature } from './der-signature.js';

/** What a token, an object or a session is called while it is used. */
                           

                            
                       
                                            
 

/** What pkcs11js declares, as far as it is used: the functions of PKCS#11 by their own names. */
                           
                          
               
                      
                    
                                                
                                                                       
                                                    
                                                           
                                                                 
                                                        
                                           
                                                                                                  
                                                                                  
                                                                  
 

/** What the package exports; a constructor cannot be told from another function. */
const Package = object({ PKCS11: custom                    (value => typeof value === 'function') });

/**
 * Loads pkcs11js from the `node_modules` of a folder: its native part is built where it is installed, so it cannot come with Proofmark.
 */
function cryptoki(root        )           {
  const require = createRequire(join(root, 'proofmark.js'));
  try {
    return new (Package.parse(require('pkcs11js')).PKCS11)()
  } catch (cause) {
    const isMissing = cause instanceof Error && 'code' in cause && cause.code === 'MODULE_NOT_FOUND';
    const found = isMissing ? 'it missing, or its native part not built' : 'one that cannot be loaded';
    throw new UserError('kms.no-pkcs11js', `Expected pkcs11js to be installed but found ${found}`, {
      kind: 'environment',
      hint: 'Run npm install --no-save pkcs11js in a step before; it needs a C++ compiler, and npm must be allowed to run its script',
      cause,
    })
  }
}

const HINT$1 = 'Name the module that the maker of the token gives, by its whole path outside of the repository';

/**
 * The library that talks to the token, from the reference or `PROOFMARK_PKCS11_MODULE`. It is code that runs in this process: none from
 * the folder of the settings or the checked-out repository is taken, which a pull request could have put there.
 */
function modulePath({ modulePath: named }                 , environment             , root        )         {
  const given = named ?? variable(environment, 'PROOFMARK_PKCS11_MODULE');
  const wrong = (found        ) =>
    new UserError('kms.module', `Expected the PKCS#11 module of the token but found ${found}`, {
      kind: 'environment',
      hint: HINT$1,
    });
  if (given === undefined) throw wrong('neither module-path in the reference nor PROOFMARK_PKCS11_MODULE')
  if (!isAbsolute(given)) throw wrong(`the relative path ${given.slice(0, 200)}`)
  const real = realOf(given);
  if (real === undefined) throw wrong(`no file at ${given.slice(0, 200)}`)
  const workspace = variable(environment, 'GITHUB_WORKSPACE');
  for (const folder of [root, ...(workspace === undefined ? [] : [workspace])])
    if ([given, real].some(path => isWithin(folder, path) || isWithin(realOf(folder) ?? folder, path)))
      throw wrong(`one in the repository (${given.slice(0, 200)})`)
  return real
}

function realOf(path        )                     {
  try {
    return realpathSync(path)
  } catch {
    return undefined
  }
}

function isWithin(folder        , path        )          {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

/** The user's PIN: from the file that `pin-source` names (RFC 7512 §2.4), or from `PROOFMARK_PKCS11_PIN`. */
async function pinOf({ pinSource }                 , environment             )                  {
  if (pinSource !== undefined) return secretFile(pathOf(pinSource), 'pin-source')
  const pin = variable(environment, 'PROOFMARK_PKCS11_PIN');
  if (pin !== undefined) return pin
  throw noCredentials(
    'the PKCS#11 token',
    'Give the step PROOFMARK_PKCS11_PIN from a secret, or name a file by pin-source',
  )
}

function pathOf(source        )         {
  if (source.startsWith('/')) return source
  if (URL.canParse(source) && new URL(source).protocol === 'file:') return fileURLToPath(source)
  throw new UserError('kms.reference', 'Expected pin-source to name a file but found something else', {
    hint: 'Write it as pin-source=file:/run/secrets/pin: no program is run for it',
  })
}

/** Which key of which token, and how it is reached (RFC 7512). */
                                  
                                    
                                     
                                     
                                       
                                     
                            
                                 
                                         
                                        
 

const KNOWN = ['token', 'serial', 'slot-id', 'object', 'id', 'type', 'module-path', 'pin-source'];
const HINT = 'Write it as pkcs11:token=TOKEN;object=KEY?module-path=/usr/lib/….so, the PIN in PROOFMARK_PKCS11_PIN';

const wrong = (found        , hint = HINT) =>
  new UserError('kms.reference', `Expected a key of a PKCS#11 token but found ${found}`, { hint });

/** Reads a `pkcs11:` URI. A PIN in it is refused: references are kept in settings and logs. Messages quote no value of it. */
function pkcs11Reference(uri        )                  {
  if (!uri.startsWith('pkcs11:') || uri.length > 2048) throw wrong('no pkcs11: URI')
  const [path = '', query = '', ...more] = uri.slice('pkcs11:'.length).split('?');
  if (more.length > 0) throw wrong('a URI with two question marks')
  const found = new Map                ();
  for (const attribute of [...path.split(';'), ...query.split('&')].filter(text => text !== '')) {
    const [name = '', ...rest] = attribute.split('=');
    if (name === 'pin-value')
      throw wrong('one with its PIN in it', 'Put the PIN into PROOFMARK_PKCS11_PIN, or name a file by pin-source')
    if (!KNOWN.includes(name)) throw wrong(`one with '${name.slice(0, 40)}'`)
    if (found.has(name)) throw wrong(`one with ${name} twice`)
    found.set(name, bytesOf(rest.join('=')));
  }
  const text = (name        ) => found.get(name)?.toString('utf8');
  if (!['token', 'serial', 'slot-id'].some(name => found.has(name)))
    throw wrong('one that names no token, serial or slot-id')
  if (!['object', 'id'].some(name => found.has(name))) throw wrong('one that names no object and no id')
  if (![undefined, 'private'].includes(text('type'))) throw wrong(`one of type ${text('type')?.slice(0, 40)}`)
  const slot = text('slot-id');
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
function bytesOf(value        )         {
  if (/%(?![0-9a-fA-F]{2})/.test(value)) throw wrong("one with a '%' that is not followed by two digits")
  const parts = value.split(/(%[0-9a-fA-F]{2})/);
  return Buffer.concat(
    parts.map(part => (part.startsWith('%') ? Buffer.from(part.slice(1), 'hex') : Buffer.from(part))),
  )
}

/** Numbers of PKCS#11 v3.1 (pkcs11t.h), by their names there. */
const CKO_CERTIFICATE = 1;
const CKO_PUBLIC_KEY = 2;
const CKO_PRIVATE_KEY = 3;
const CKA_CLASS = 0x0;
const CKA_LABEL = 0x3;
const CKA_VALUE = 0x11;
const CKA_KEY_TYPE = 0x100;
const CKA_ID = 0x102;
const CKA_EC_PARAMS = 0x180;
const CKA_EC_POINT = 0x181;
const CKA_ALWAYS_AUTHENTICATE = 0x202;
const CKK_EC = 0x3;
const CKK_EC_EDWARDS = 0x40;
const CKM_ECDSA = 0x1041;
const CKM_EDDSA = 0x1057;
const CKF_SERIAL_SESSION = 4;
const CKU_USER = 1;
const CKU_CONTEXT_SPECIFIC = 2;

/** The object identifier of P-256 in DER (SEC 2, secp256r1). */
const P256 = Buffer.from('06082a8648ce3d030107', 'hex');

/** The one private key that a reference names. */
function privateKeyOf(token           , { object, id }                 , name        )         {
  const found = objects(token, [
    { type: CKA_CLASS, value: CKO_PRIVATE_KEY },
    ...(object === undefined ? [] : [{ type: CKA_LABEL, value: Buffer.from(object) }]),
    ...(id === undefined ? [] : [{ type: CKA_ID, value: id }]),
  ]);
  const [key] = found;
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
function publicKeyOf(token           , key        , name        )            {
  const kind = attribute(token, key, CKA_KEY_TYPE).readUInt32LE(0);
  if (kind !== CKK_EC && kind !== CKK_EC_EDWARDS) throw wrongKey(name, 'one of another type')
  const id = { type: CKA_ID, value: attribute(token, key, CKA_ID) };
  const [beside] = objects(token, [{ type: CKA_CLASS, value: CKO_PUBLIC_KEY }, id]);
  if (beside !== undefined) {
    const point = octets(attribute(token, beside, CKA_EC_POINT));
    if (kind === CKK_EC_EDWARDS) return fromCoordinates({ x: point }, name)
    if (!attribute(token, beside, CKA_EC_PARAMS).equals(P256) || point.length !== 65)
      throw wrongKey(name, 'one on another curve')
    return fromCoordinates({ x: point.subarray(1, 33), y: point.subarray(33) }, name)
  }
  const [certificate] = objects(token, [{ type: CKA_CLASS, value: CKO_CERTIFICATE }, id]);
  if (certificate !== undefined)
    return signingKey(new X509Certificate(attribute(token, certificate, CKA_VALUE)).publicKey, name)
  throw new UserError('kms.missing', `Expected the public key of ${name} on the token but found none`, {
    hint: 'Store the public key or the certificate beside the private key, with the same id',
  })
}

/** The bytes of a DER OCTET STRING; some tokens leave the wrapping out. */
const octets = (der        )         => (der[0] === 0x04 && der[1] === der.length - 2 ? der.subarray(2) : der);

/** Objects that match, two at most: enough to see that one is not the only one. */
function objects({ cryptoki, session }           , template             )           {
  cryptoki.C_FindObjectsInit(session, template);
  try {
    return cryptoki.C_FindObjects(session, 2)
  } finally {
    cryptoki.C_FindObjectsFinal(session);
  }
}

const attribute = ({ cryptoki, session }           , object        , type        )         =>
  cryptoki.C_GetAttributeValue(session, object, [{ type }])[0]?.value ?? Buffer.alloc(0);

/** Bytes that a signature may have. */
const ROOM = 256;

/** A token's signature: ECDSA of the SHA-256, which tokens give as r and s, or Ed25519 of the data. */
function tokenSignature(token           , key        , isEdwards         , data            )         {
  const { cryptoki, session, pin } = token;
  const eachTime = alwaysAuthenticates(token, key);
  cryptoki.C_SignInit(session, { mechanism: isEdwards ? CKM_EDDSA : CKM_ECDSA }, key);
  if (eachTime) cryptoki.C_Login(session, CKU_CONTEXT_SPECIFIC, pin);
  const signed = cryptoki.C_Sign(session, isEdwards ? Buffer.from(data) : sha256(data), Buffer.alloc(ROOM));
  return isEdwards ? Buffer.from(signed) : derSignature(signed)
}

/** Whether a key wants the PIN for each signature, as a smart card's signature slot does; some tokens do not know the question. */
function alwaysAuthenticates({ cryptoki, session }           , key        )          {
  try {
    return cryptoki.C_GetAttributeValue(session, key, [{ type: CKA_ALWAYS_AUTHENTICATE }])[0]?.value[0] === 1
  } catch (error) {
    if (error instanceof Error && /CKR_ATTRIBUTE_TYPE_INVALID/.test(error.message)) return false
    throw error
  }
}

/** What to do about the return values of PKCS#11 that a user can mend. */
const HINTS                                   = {
  CKR_PIN_INCORRECT:
    'Check PROOFMARK_PKCS11_PIN or pin-source before another try: after some wrong PINs a token locks itself',
  CKR_PIN_INVALID:
    'Check PROOFMARK_PKCS11_PIN or pin-source before another try: after some wrong PINs a token locks itself',
  CKR_PIN_LEN_RANGE:
    'Check PROOFMARK_PKCS11_PIN or pin-source before another try: after some wrong PINs a token locks itself',
  CKR_PIN_LOCKED: 'Have the security officer of the token set a new PIN',
  CKR_PIN_EXPIRED: 'Set a new PIN on the token',
  CKR_USER_PIN_NOT_INITIALIZED: 'Have the security officer of the token set its PIN',
  CKR_TOKEN_NOT_PRESENT: 'Plug the token in, or check its slot',
  CKR_DEVICE_REMOVED: 'Plug the token in again',
  CKR_SESSION_COUNT: 'End other programs that use the token, or raise its limit of sessions',
  CKR_MECHANISM_INVALID: 'Make a P-256 key: this token cannot sign with this one (CKM_ECDSA, CKM_EDDSA)',
  CKR_KEY_FUNCTION_NOT_PERMITTED: 'Make a key that may sign (CKA_SIGN)',
  CKR_KEY_TYPE_INCONSISTENT: 'Make a P-256 key: this token cannot sign with this one (CKM_ECDSA, CKM_EDDSA)',
};

/** What a token or its module refused, by its return value. Nothing of what was sent to it is in the message, the PIN least of all. */
function tokenFault(reference        , cause         )            {
  if (cause instanceof UserError) return cause
  const words = cause instanceof Error ? cause.message : '';
  const value = /CKR_\w+/.exec(words)?.[0];
  return new UserError(
    'kms.token',
    `Expected the PKCS#11 token to work for ${reference} but found ${value ?? 'that its module cannot be loaded or used'}`,
    {
      kind: 'environment',
      hint: (value && HINTS[value]) ?? "Check the module, the token and its configuration with the maker's own program",
    },
  )
}

/** A token one is logged in to. */
                            
                             
                          
                      
 

/** Where a token is found, and what opens it. */
                              
                             
                                      
                         
                                     
                      
                                                 
                       
 

/**
 * Logs in to the one token that a reference names, uses it and ends everything again: nothing is left open between two signatures, and
 * since nothing in here waits, two uses never meet.
 */
function withToken   ({ cryptoki, module, reference, pin, name }             , use                         )    {
  try {
    cryptoki.load(module);
    try {
      cryptoki.C_Initialize();
      try {
        const session = cryptoki.C_OpenSession(slotOf(cryptoki, reference, name), CKF_SERIAL_SESSION);
        cryptoki.C_Login(session, CKU_USER, pin);
        return use({ cryptoki, session, pin })
      } finally {
        cryptoki.C_Finalize();
      }
    } finally {
      cryptoki.close();
    }
  } catch (cause) {
    throw tokenFault(name, cause)
  }
}

function slotOf(cryptoki          , { token, serial, slotId }                 , name        )         {
  const matches = cryptoki.C_GetSlotList(true).filter(slot => {
    if (slotId !== undefined && slot.readUInt32LE(0) !== slotId) return false
    if (token === undefined && serial === undefined) return true
    const { label, serialNumber } = cryptoki.C_GetTokenInfo(slot);
    return (
      [token ?? label.trim(), serial ?? serialNumber.trim()].join('\n') ===
      [label.trim(), serialNumber.trim()].join('\n')
    )
  });
  const [slot] = matches;
  if (slot !== undefined && matches.length === 1) return slot
  throw new UserError('kms.token', `Expected one PKCS#11 token for ${name} but found ${matches.length}`, {
    kind: 'environment',
    hint: matches.length === 0 ? 'Plug the token in, and check its label' : 'Name it by its serial or slot-id',
  })
}

/**
 * A key in a PKCS#11 token (smart card, HSM) as signer: P-256 or Ed25519. @param options.root folder of whose `node_modules` pkcs11js is
 * taken, and from which no module is
 */
async function openPkcs11(
  uri        ,
  environment             ,
  options                    = {},
)                  {
  const root = options.root ?? process.cwd();
  const reference = pkcs11Reference(uri);
  const name = `pkcs11:${[reference.token ?? reference.serial ?? reference.slotId, reference.object ?? reference.id?.toString('hex')].join('/')}`;
  const module = modulePath(reference, environment, root);
  const pin = await pinOf(reference, environment);
  const access = { cryptoki: cryptoki(root), module, reference, pin, name };
  const key = withToken(access, token => publicKeyOf(token, privateKeyOf(token, reference, name), name));
  const isEdwards = key.asymmetricKeyType === 'ed25519';
  return signerOf(name, key, async data =>
    withToken(access, token => tokenSignature(token, privateKeyOf(token, reference, name), isEdwards, data)),
  )
}

export { openPkcs11 };
