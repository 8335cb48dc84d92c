import { w as wrongKey, f as fromCoordinates, c as fromSpki, b as signerOf, a as sha256 } from './sha256.js';
import { o as object, r as record, u as union, a as string, n as number, b as boolean, i as int } from './schemas2.js';
import { v as vaultTransitClient, a as vaultReference } from './vault-transit-client.js';

/** What the transit engine tells of a key. Versions of symmetric keys are times, no objects. */
const TransitKey = object({
  data: object({
    type: string(),
    latest_version: int().positive(),
    derived: boolean().optional(),
    soft_deleted: boolean().optional(),
    keys: record(string(), union([object({ public_key: string().optional() }), number()])),
  }),
});
                                                   

/** The public key of the latest version: PEM for P-256, for Ed25519 the 32 bytes in base64. */
function publicKeyOf({ data }            , uri        )                                      {
  const version = data.latest_version;
  const found = data.keys[version];
  const text = typeof found === 'object' ? found.public_key : undefined;
  if (data.derived === true) throw wrongKey(uri, `a derived key (${data.type})`)
  if (text === undefined || text === '') throw wrongKey(uri, `one of type ${data.type}`)
  const key = data.type === 'ed25519' ? fromCoordinates({ x: Buffer.from(text, 'base64') }, uri) : fromSpki(text, uri);
  return { key, version }
}

/** `vault:v2:` and the signature; the prefix is not always that of Vault's default. */
const Signature = object({ data: object({ signature: string().regex(/^[\w-]+:v\d+:[A-Za-z0-9+/]+=*$/) }) });

const OPERATIONS = [
  { operation: 'keys', capability: 'read' },
  { operation: 'sign', capability: 'update' },
];         

/** A key of Vault's or OpenBao's transit engine as signer, by the version that was the latest when it was opened: P-256 or Ed25519. */
async function openVaultTransit(
  uri        ,
  environment             ,
  options             = {},
)                  {
  const client = await vaultTransitClient(vaultReference(uri), OPERATIONS, environment, options);
  const { key, version } = publicKeyOf(await client('keys', TransitKey), uri);
  const base64 = (bytes            ) => Buffer.from(bytes).toString('base64');
  return signerOf(uri, key, async data => {
    const parameters =
      key.asymmetricKeyType === 'ed25519'
        ? { input: base64(data) }
        : { input: base64(sha256(data)), prehashed: true, hash_algorithm: 'sha2-256', marshaling_algorithm: 'asn1' };
    const { data: signed } = await client('sign', Signature, { ...parameters, key_version: version });
    return Buffer.from(signed.signature.split(':')[2] ?? '', 'base64')
  })
}

export { openVaultTransit };
