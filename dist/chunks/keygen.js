import { U as UserError } from './user-error.js';
import { i as isKeyReference, K as KEYLESS, b as KEY_SCHEMES } from './key-reference.js';
import { c as compose } from './compose.js';
import { t as terminalLog } from './terminal-log.js';
import { p as parseFlags } from './parse-flags.js';

/** Keys are never overwritten: a lost private key cannot be made again, and a public one may be trusted by somebody. */
async function requireNoFile(path        , files                )                {
  if (await files.exists(path))
    throw new UserError('keygen.exists', `Expected no file at ${path} but found one`, {
      file: path,
      hint: 'Move it away, or write the new pair somewhere else: keys are never overwritten',
    })
}

/** Makes a key pair for signing certificates. Overwrites nothing: a lost private key cannot be made again. Returns the id by which certificates name the key. */
async function keygen$1(
  paths          ,
  { files, signing }       ,
  kind          = 'p256',
)                                              {
  for (const path of [paths.privateKey, paths.publicKey]) await requireNoFile(path, files);
  const pair = await signing.generate(kind);
  const { sha256 } = await signing.publicKey(pair.privateKey);
  await files.write(paths.privateKey, pair.privateKey, { secret: true });
  await files.write(paths.publicKey, pair.publicKey);
  return { ...paths, id: sha256 }
}

/** What the key is asked to sign, to learn which key it is: no statement of any kind. */
const SAMPLE = new TextEncoder().encode('proofmark keygen: nothing is stated');

/**
 * Writes the public half of a key in a token or a key service: the half that a signature of its own was verified with, so it cannot be
 * another key's. Overwrites nothing. Returns the id by which certificates name the key.
 */
async function publicKeyOf(
  address        ,
  path        ,
  { files, signing }                                  ,
)                                                               {
  if (!isKeyReference(address) || address === KEYLESS)
    throw new UserError(
      'keygen.address',
      `Expected the address of a key (${KEY_SCHEMES.join(', ')}) but found ${address}`,
      {
        hint: 'The public half of a key in a file was written beside it, as proofmark.pub',
      },
    )
  await requireNoFile(path, files);
  const signer = await signing.open(address);
  const { key } = await signer.sign(SAMPLE);
  const by = await signing.signatory(key);
  if (key.kind !== 'public-key' || by.kind !== 'key') throw new Error(`${signer.name} has a certificate and no key`)
  await files.write(path, key.pem);
  return { publicKey: path, id: by.sha256 }
}

/** Kinds of keys that sign: ECDSA on P-256 with SHA-256, which every verifier of Sigstore bundles takes, and Ed25519. */
const KEY_KINDS = ['p256', 'ed25519'];         
                                                

/** A key pair in PEM: PKCS#8 private key, SPKI public key. */

const flags                      = [
  { name: 'type', kind: 'value', description: 'p256 or ed25519. Default: p256, which every verifier knows' },
  {
    name: 'public-key-of',
    kind: 'value',
    description: 'Address of a key in a token or a key service: makes none, writes its public half',
  },
  { name: 'out', kind: 'value', description: 'Folder for what is written. Default: this folder' },
];

const keygen             = {
  name: 'keygen',
  summary: 'Make the key pair that signs certificates and verifies them',
  synopsis: '[--type p256|ed25519 | --public-key-of ADDRESS] [--out DIR]',
  examples: ['proofmark keygen --out keys', 'proofmark keygen --public-key-of awskms:///alias/proofmark'],
  flags,
  async run(args) {
    const { values } = parseFlags(args, flags);
    const folder = values.get('out')?.at(-1) ?? '.';
    const at = (name        ) => (folder === '.' ? name : `${folder.replace(/\/$/, '')}/${name}`);
    const paths = { privateKey: at('proofmark.key'), publicKey: at('proofmark.pub') };
    const ports = compose(process.cwd(), terminalLog(process.stderr), {});
    const address = values.get('public-key-of')?.at(-1);
    if (address !== undefined) {
      const { publicKey, id } = await publicKeyOf(address, paths.publicKey, ports);
      process.stdout.write(`${publicLine(publicKey)}\n${idLine(id)}\n`);
      return 0
    }
    const made = await keygen$1(paths, ports, kindOf(values.get('type')?.at(-1) ?? 'p256'));
    process.stdout.write(
      [
        `private key  ${made.privateKey}   keep it secret: put its text into the secret PROOFMARK_KEY, commit it nowhere`,
        publicLine(made.publicKey),
        idLine(made.id),
        '',
      ].join('\n'),
    );
    return 0
  },
};

const publicLine = (path        ) => `public key   ${path}   commit it: whoever promotes a model verifies with it`;
const idLine = (id        ) => `key id       ${id}`;

function kindOf(text        )          {
  const kind = KEY_KINDS.find(known => known === text);
  if (kind) return kind
  throw new UserError('flags.type', `Expected --type to be ${KEY_KINDS.join(' or ')} but found ${text}`, {
    hint: 'proofmark keygen --type ed25519',
  })
}

export { keygen };
