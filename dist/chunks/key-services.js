import { U as UserError } from './user-error.js';
import { a as awsReference, b as awsKmsClient } from './aws-reference.js';
import { o as object, R as base64, b as boolean, a as string } from './schemas2.js';
import { g as gcpReference, a as gcpKmsClient, c as checked, d as damaged, b as crc32c } from './gcp-reference.js';
import { v as vaultTransitClient, a as vaultReference } from './vault-transit-client.js';

const Encrypted$2 = object({ CiphertextBlob: base64() });
const Decrypted$2 = object({ Plaintext: base64() });

/** A symmetric key of AWS KMS; the context is its encryption context. */
async function awsWrapping(uri        , environment             , options            )                    {
  const reference = awsReference(uri);
  const KeyId = reference.keyId;
  const client = await awsKmsClient(reference, ['kms:Encrypt', 'kms:Decrypt'], environment, options);
  return {
    async wrap(fileKey, EncryptionContext) {
      const Plaintext = Buffer.from(fileKey).toString('base64');
      const { CiphertextBlob } = await client('Encrypt', { KeyId, Plaintext, EncryptionContext }, Encrypted$2);
      return Buffer.from(CiphertextBlob, 'base64')
    },
    async unwrap(wrapped, EncryptionContext) {
      const CiphertextBlob = Buffer.from(wrapped).toString('base64');
      const { Plaintext } = await client('Decrypt', { KeyId, CiphertextBlob, EncryptionContext }, Decrypted$2);
      return Buffer.from(Plaintext, 'base64')
    },
  }
}

/** What a wrapped file key belongs to; it can be unwrapped by giving the same again, and only so. Not secret: services write it into their logs. */
                                                              

/** A symmetric key in a key service, which wraps file keys. */
                           
                                                                          
                                                                            
 

/** A context as the bytes that an AEAD authenticates: JSON with sorted names, so that the order they are given in does not matter. */
const associatedData = (context                 )         =>
  Buffer.from(JSON.stringify(Object.entries(context).sort(([a], [b]) => (a < b ? -1 : 1))));

const Encrypted$1 = object({
  ciphertext: base64(),
  ciphertextCrc32c: string(),
  verifiedPlaintextCrc32c: boolean().default(false),
  verifiedAdditionalAuthenticatedDataCrc32c: boolean().default(false),
});
const Decrypted$1 = object({ plaintext: base64(), plaintextCrc32c: string() });

/** A symmetric key of Google Cloud KMS (no version in its reference); the context is additional authenticated data. */
async function gcpWrapping(uri        , environment             , options            )                    {
  const { key } = gcpReference(uri);
  const client = await gcpKmsClient(uri, 'roles/cloudkms.cryptoKeyEncrypterDecrypter', environment, options);
  const guarded = (name        , bytes            ) => ({
    [name]: Buffer.from(bytes).toString('base64'),
    [`${name}Crc32c`]: String(crc32c(bytes)),
  });
  return {
    async wrap(fileKey, context) {
      const additional = guarded('additionalAuthenticatedData', associatedData(context));
      const found = await client(`${key}:encrypt`, Encrypted$1, { ...guarded('plaintext', fileKey), ...additional });
      if (!found.verifiedPlaintextCrc32c || !found.verifiedAdditionalAuthenticatedDataCrc32c)
        throw damaged('what was sent')
      return checked(Buffer.from(found.ciphertext, 'base64'), found.ciphertextCrc32c, 'the wrapped key')
    },
    async unwrap(wrapped, context) {
      const additional = guarded('additionalAuthenticatedData', associatedData(context));
      const found = await client(`${key}:decrypt`, Decrypted$1, { ...guarded('ciphertext', wrapped), ...additional });
      return checked(Buffer.from(found.plaintext, 'base64'), found.plaintextCrc32c, 'the file key')
    },
  }
}

const Encrypted = object({ data: object({ ciphertext: string().min(1) }) });
const Decrypted = object({ data: object({ plaintext: base64() }) });

const OPERATIONS = [
  { operation: 'encrypt', capability: 'update' },
  { operation: 'decrypt', capability: 'update' },
];         

/** A symmetric key (aes256-gcm96) of Vault's or OpenBao's transit engine; the context is associated data. */
async function vaultWrapping(uri        , environment             , options            )                    {
  const client = await vaultTransitClient(vaultReference(uri), OPERATIONS, environment, options);
  const base64 = (bytes            ) => Buffer.from(bytes).toString('base64');
  return {
    async wrap(fileKey, context) {
      const parameters = { plaintext: base64(fileKey), associated_data: base64(associatedData(context)) };
      return Buffer.from((await client('encrypt', Encrypted, parameters)).data.ciphertext)
    },
    async unwrap(wrapped, context) {
      const ciphertext = Buffer.from(wrapped).toString('latin1');
      const parameters = { ciphertext, associated_data: base64(associatedData(context)) };
      return Buffer.from((await client('decrypt', Decrypted, parameters)).data.plaintext, 'base64')
    },
  }
}

/** The services whose keys wrap file keys bound to a context. Azure Key Vault's `wrapKey` takes no context, PKCS#11 neither. */
const SCHEMES                                 = { awskms: awsWrapping, gcpkms: gcpWrapping, hashivault: vaultWrapping };

/** Their schemes, as URIs begin with them. */
const WRAPPING_SCHEMES                    = Object.keys(SCHEMES);

/** The key that a reference names, for wrapping. */
async function openWrapping(uri        , environment             , options            )                    {
  const scheme = WRAPPING_SCHEMES.find(each => uri.startsWith(`${each}://`));
  const open = scheme === undefined ? undefined : SCHEMES[scheme];
  if (open !== undefined) return open(uri, environment, options)
  throw new UserError('age.scheme', `Expected a key to encrypt for but found '${uri.slice(0, 100)}'`, {
    hint: `Give one that begins with ${WRAPPING_SCHEMES.join(', ')}`,
  })
}

/** The first argument of our stanzas in the header of an age file (C2SP age, "recipient stanza"); the second is the reference, base64url. */
const STANZA_TYPE = 'proofmark-kms';

/** The arguments of the stanza for a key. */
const stanzaArguments = (uri        )                   => [STANZA_TYPE, Buffer.from(uri).toString('base64url')];

/** Bytes of an age file key (C2SP age). */
const FILE_KEY = 16;
/** Most that a wrapped file key may have, in bytes. */
const LARGEST = 4096;

/** The identity that opens what `kmsRecipient` was given the same reference and context for. Stanzas for other keys are passed over: where a file points to is not asked. */
const kmsIdentity = (
  uri        ,
  context                 ,
  environment             ,
  options             = {},
)           => ({
  async unwrapFileKey(stanzas) {
    const wanted = stanzaArguments(uri).join(' ');
    const stanza = stanzas.find(({ args }) => args.join(' ') === wanted);
    if (stanza === undefined) return null
    if (stanza.body.length > LARGEST) throw otherFile(uri)
    const key = await openWrapping(uri, environment, options);
    const fileKey = await key.unwrap(stanza.body, context).catch((cause         ) => {
      throw cause instanceof UserError && cause.code === 'kms.refused' ? otherFile(uri, cause) : cause
    });
    if (fileKey.length !== FILE_KEY) throw otherFile(uri)
    return fileKey
  },
});

const otherFile = (uri        , cause          ) =>
  new UserError('age.context', `Expected ${uri} to unwrap the file key for this model but it refuses`, {
    hint: 'The file was encrypted for another model, or was changed: take the file that belongs to this certificate',
    cause,
  });

/**
 * An age recipient whose key stays in a key service: for `Encrypter.addRecipient`. The file key is bound to the context (the model id),
 * so a file cannot be passed off as another model's. The standard `age` program passes over its stanza and opens the file by another
 * recipient's key.
 */
const kmsRecipient = (
  uri        ,
  context                 ,
  environment             ,
  options             = {},
)            => ({
  async wrapFileKey(fileKey) {
    const [{ Stanza }, key] = await Promise.all([import('./index3.js'), openWrapping(uri, environment, options)]);
    return [new Stanza(stanzaArguments(uri), await key.wrap(fileKey, context))]
  },
});

/** The name that a model id goes by in the context of a wrapped file key; services write it into their logs. */
const CONTEXT = 'proofmark-model';

/** A kind of key service that can open and close age files by a key that never leaves it. */
                             
                            
                         
                                                              
                                                             
                                                                       
 

/** Key services whose keys encrypt files for a model. */
const keyServices = (environment             )                        =>
  WRAPPING_SCHEMES.map(scheme => ({
    scheme: `${scheme}://`,
    recipient: async (uri, context) => kmsRecipient(uri, { [CONTEXT]: context }, environment),
    async identity(uri, context) {
      if (context !== undefined) return kmsIdentity(uri, { [CONTEXT]: context }, environment)
      throw new UserError('age.context', `Expected the model that a file for ${uri} belongs to but found none`, {
        hint: 'Give the model id, or the certificate: the key service opens the file for its own model only',
      })
    },
  }));

export { keyServices };
