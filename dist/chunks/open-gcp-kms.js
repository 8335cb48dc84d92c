import { e as gcpVersion, a as gcpKmsClient, c as checked, d as damaged, b as crc32c } from './gcp-reference.js';
import { w as wrongKey, c as fromSpki, b as signerOf, a as sha256 } from './sha256.js';
import { o as object, b as boolean, a as string, R as base64 } from './schemas2.js';

const PublicKey = object({ pem: string(), algorithm: string(), pemCrc32c: string(), name: string() });
const Signature = object({
  signature: base64(),
  signatureCrc32c: string(),
  verifiedDigestCrc32c: boolean().default(false),
  verifiedDataCrc32c: boolean().default(false),
  name: string(),
});

/** Algorithms of the service, with whether it is sent the data itself rather than their digest. */
const ALGORITHMS                                               = {
  EC_SIGN_P256_SHA256: { whole: false },
  EC_SIGN_ED25519: { whole: true },
};

/** A version of a key in Google Cloud KMS as signer: `EC_SIGN_P256_SHA256`, of which only digests are sent, or `EC_SIGN_ED25519`. */
async function openGcpKms(uri        , environment             , options             = {})                  {
  const version = gcpVersion(uri);
  const client = await gcpKmsClient(uri, 'roles/cloudkms.signerVerifier', environment, options);
  const found = await client(`${version}/publicKey`, PublicKey);
  const algorithm = ALGORITHMS[found.algorithm];
  if (algorithm === undefined) throw wrongKey(uri, found.algorithm)
  checked(Buffer.from(found.pem), found.pemCrc32c, 'the public key');
  const key = fromSpki(found.pem, uri);
  return signerOf(uri, key, async data => {
    const signed = await client(`${version}:asymmetricSign`, Signature, bodyOf(data, algorithm.whole));
    if (!(algorithm.whole ? signed.verifiedDataCrc32c : signed.verifiedDigestCrc32c)) throw damaged('what was sent')
    return checked(Buffer.from(signed.signature, 'base64'), signed.signatureCrc32c, 'the signature')
  })
}

function bodyOf(data            , whole         )         {
  const sent = whole ? Buffer.from(data) : sha256(data);
  const [base64, crc] = [sent.toString('base64'), String(crc32c(sent))];
  return whole ? { data: base64, dataCrc32c: crc } : { digest: { sha256: base64 }, digestCrc32c: crc }
}

export { openGcpKms };
