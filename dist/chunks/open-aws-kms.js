import { U as UserError } from './user-error.js';
import { a as awsReference, b as awsKmsClient } from './aws-reference.js';
import { w as wrongKey, c as fromSpki, b as signerOf, a as sha256 } from './sha256.js';
import { o as object, a as string, R as base64 } from './schemas2.js';

const PublicKey = object({
  KeyId: string(),
  PublicKey: base64(),
  KeyUsage: string(),
  KeySpec: string().optional(),
});
const Signature = object({ Signature: base64() });

/** Most bytes that AWS KMS signs as they are (API reference, Sign: `Message`). */
const LONGEST_MESSAGE = 4096;

/** A key of AWS KMS as signer: `ECC_NIST_P256`, of which only digests are sent, or `ECC_NIST_EDWARDS25519` for what has up to 4,096 bytes. */
async function openAwsKms(uri        , environment             , options             = {})                  {
  const reference = awsReference(uri);
  const client = await awsKmsClient(reference, ['kms:GetPublicKey', 'kms:Sign'], environment, options);
  const found = await client('GetPublicKey', { KeyId: reference.keyId }, PublicKey);
  if (found.KeyUsage !== 'SIGN_VERIFY') throw wrongKey(uri, `one for ${found.KeyUsage}`)
  const key = fromSpki(Buffer.from(found.PublicKey, 'base64'), uri);
  return signerOf(uri, key, data => signature(client, { id: found.KeyId, uri, key }, data))
}

async function signature(
  client              ,
  { id, uri, key }                                             ,
  data            ,
)                  {
  const isEdwards = key.asymmetricKeyType === 'ed25519';
  if (isEdwards && data.length > LONGEST_MESSAGE)
    throw new UserError(
      'kms.too-long',
      `Expected at most ${LONGEST_MESSAGE} bytes for ${uri} to sign but found ${data.length}`,
      {
        hint: 'AWS KMS signs no more with an Ed25519 key: make a key of type ECC_NIST_P256',
      },
    )
  const signed = await client(
    'Sign',
    {
      KeyId: id,
      Message: Buffer.from(isEdwards ? data : sha256(data)).toString('base64'),
      MessageType: isEdwards ? 'RAW' : 'DIGEST',
      SigningAlgorithm: isEdwards ? 'ED25519_SHA_512' : 'ECDSA_SHA_256',
    },
    Signature,
  );
  return Buffer.from(signed.Signature, 'base64')
}

export { openAwsKms };
