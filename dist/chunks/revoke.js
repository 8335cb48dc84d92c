import { e as exitCode } from './exit-code.js';
import { l as lifeOf } from './life-of.js';
import { m as modelName, r as revocationLeaf } from './pointer-leaf.js';
import { r as revocationText, f as findRevocation, R as REVOCATION_SCHEMA } from './find-revocation.js';
import { C as CERTIFICATE_EXTENSION } from './read-statement.js';
import { r as readCertificate } from './read-certificate.js';
import { k as keyHint } from './key-hint.js';
import { M as MAX_BUNDLE_BYTES } from './bundle.js';
import { i as instant } from './instant.js';
import { U as UserError } from './user-error.js';
import { t as tellRecipients } from './tell-recipients.js';
import { v as visible } from './escape.js';
import { p as parseFlags } from './parse-flags.js';
import { L as LOG_FLAGS, l as logOf } from './log-of.js';
import { i as incomplete, a as whoAsks } from './world-of.js';

/** A certificate that counts for nothing any more, and whose it was. */
                                     
                              
                         
                   
                                      
                                         
                       
   
                                        
                                          
                                                                                                                                    
                        
 

/** What is told of a revoked certificate. */
function revokedCertificate(sha256        , certificate             , last         )                     {
  const { model, source } = certificate.predicate[CERTIFICATE_EXTENSION];
  const { name, version, id } = model;
  return { sha256, model: { name, version, id }, repository: source.repository, last }
}

/** The certificates of a log that a revocation takes, in the log's order. One whose document is not kept cannot be told whose it was. */
function revokedCertificates(
  revocation            ,
  leaves                 ,
  documents                             ,
)                       {
  const same = revocationText(revocation);
  const last = new Map                ();
  const taken                                                 = [];
  for (const leaf of leaves) {
    if (leaf.type !== 'certificate') continue
    const text = documents.get(leaf.document);
    const certificate = text === undefined ? undefined : readCertificate(text);
    if (text === undefined || !certificate) continue
    const sha256 = leaf.document.slice('sha256:'.length);
    last.set(ownerOf(certificate), sha256);
    const asked = { sha256, modelId: certificate.subject[0].digest.sha256, key: keyHint(text) };
    const found = findRevocation(leaves, documents, asked);
    if (found !== undefined && found !== 'unreadable' && revocationText(found) === same)
      taken.push({ sha256, certificate });
  }
  return taken.map(({ sha256, certificate }) =>
    revokedCertificate(sha256, certificate, last.get(ownerOf(certificate)) === sha256),
  )
}

function ownerOf(certificate             )         {
  const { model, source } = certificate.predicate[CERTIFICATE_EXTENSION];
  return JSON.stringify([source.repository, model.name])
}

/** The DER of a public key in PEM (SPKI); undefined where the text holds none, or anything else besides. */
function derOf(pem        )                         {
  const [, body] = /^\s*-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\s]+)-----END PUBLIC KEY-----\s*$/.exec(pem) ?? [];
  if (body === undefined) return undefined
  try {
    return Uint8Array.from(atob(body.replace(/\s/g, '')), character => character.charCodeAt(0))
  } catch {
    return undefined
  }
}

const MAX_KEY_BYTES = 64 * 1024;

/** Writes into the log that a certificate or a key counts for nothing any more. It does not touch production: `demote` does. Everybody is told. */
async function revoke$1(options               , recordLog           , ports       )                   {
  const { files, sha256 } = ports;
  const given = options.certificate === undefined ? undefined : await certificateOf(options.certificate);
  const what =
    given === undefined
      ? { key: await keyOf(options, ports) }
      : {
          certificate: given.sha256,
          model: { name: modelName(given.certificate), id: given.certificate.subject[0].digest.sha256 },
        };
  if (options.since !== undefined && !('key' in what && what.key !== undefined))
    throw new UserError('revoke.since', 'Expected --since with a key but found it with a certificate', {
      hint: 'A certificate is revoked as a whole',
    })
  const { leaves, documents } = await recordLog.read(['certificate', 'revocation']);
  const before = lifeOf(leaves, documents, ports.now());
  const known = before.revocations.find(one =>
    what.key === undefined ? one.certificate === what.certificate : one.key === what.key && one.since === options.since,
  );
  const revocation             = known ?? {
    schema: REVOCATION_SCHEMA,
    ...what,
    ...(options.since === undefined ? {} : { since: options.since }),
    reason: options.reason,
    ...(options.by === undefined ? {} : { by: options.by }),
    at: instant(ports.now()),
    ...(ports.context.url === undefined ? {} : { run: ports.context.url }),
  };
  if (!known) {
    const text = revocationText(revocation);
    await recordLog.append(revocationLeaf(revocation, sha256(text)), text);
  }
  const log = known ? { leaves, documents } : await recordLog.read(['certificate', 'revocation']);
  const after = lifeOf(log.leaves, log.documents, ports.now());
  const stillInProduction = after.targets.filter(({ problem }) => problem === 'revoked').map(({ target }) => target);
  const untold = await tellRecipients(options.connections ?? {}, told, ports);
  return {
    revocation,
    already: known !== undefined,
    untold,
    others: after.models
      .filter(({ id }) => id === revocation.model?.id)
      .flatMap(({ certificates }) => certificates.flatMap(one => (one.state === 'valid' ? [one.sha256] : []))),
    stillInProduction,
  }

  async function told()                          {
    const certificates = revokedCertificates(revocation, log.leaves, log.documents);
    // One that nobody logged is known by its own bytes.
    const unlogged = given && !certificates.some(({ sha256 }) => sha256 === given.sha256);
    return {
      kind: 'revocation',
      revocation,
      certificates: unlogged ? [revokedCertificate(given.sha256, given.certificate, true)] : certificates,
      targets: stillInProduction,
      again: known !== undefined,
      at: ports.now(),
    }
  }

  async function certificateOf(path        )                                                        {
    const text = await files.readText(path, { maxBytes: MAX_BUNDLE_BYTES });
    const certificate = readCertificate(text);
    if (!certificate)
      throw new UserError('revoke.no-certificate', `Expected a certificate to revoke in ${path} but found none`, {
        file: path,
        hint: 'Give the certificate itself, a Sigstore bundle',
      })
    return { sha256: sha256(text), certificate }
  }
}

async function keyOf({ key = '' }               , { files, sha256 }       )                  {
  if (/^[0-9a-f]{64}$/.test(key)) return key
  if (key === '')
    throw new UserError('revoke.nothing', 'Expected a certificate or a key to revoke but found neither', {
      hint: 'proofmark revoke CERTIFICATE --reason TEXT, or proofmark revoke --revoked-key FILE --reason TEXT',
    })
  const der = derOf(await files.readText(key, { maxBytes: MAX_KEY_BYTES }));
  if (der === undefined)
    throw new UserError('revoke.no-key', `Expected a public key in PEM in ${key} but found none`, {
      file: key,
      hint: 'Give the public half, e.g. proofmark.pub; a private key has no business here',
    })
  return sha256(der)
}

const SYNOPSIS = '[CERTIFICATE | --revoked-key FILE] --reason TEXT';
const flags                      = [
  {
    name: 'revoked-key',
    kind: 'value',
    description: 'Public key (PEM, or SHA-256 of its DER) whose signatures count no more',
  },
  { name: 'since', kind: 'value', description: 'With a key: from that time on, e.g. 2027-01-31T00:00:00Z' },
  { name: 'reason', kind: 'value', description: 'Why; it stands in the log' },
  { name: 'by', kind: 'value', description: 'Who asks for it. Default: the login' },
  ...LOG_FLAGS,
];

const revoke             = {
  name: 'revoke',
  summary: 'Write into the log that a certificate, or a key, counts for nothing any more',
  synopsis: SYNOPSIS,
  examples: ['proofmark revoke certificate.sigstore.json --reason "wrong labels"'],
  flags,
  async run(args) {
    const parsed = parseFlags(args, flags);
    const usage = `proofmark revoke ${SYNOPSIS}`;
    const one = (name        ) => parsed.values.get(name)?.at(-1);
    const [certificate] = parsed.positionals;
    const [key, since, reason] = [one('revoked-key'), one('since'), one('reason')];
    if (parsed.positionals.length > 1 || (certificate === undefined) === (key === undefined))
      throw incomplete('one certificate, or --revoked-key', usage)
    if (reason === undefined || reason.trim() === '') throw incomplete('--reason to say why but found nothing', usage)
    const { ports, place, connections, recordLog } = await logOf(parsed);
    if (!recordLog) throw incomplete('a log to write the revocation into but found none', usage)
    const by = one('by') ?? whoAsks();
    const isDigest = key !== undefined && /^[0-9a-f]{64}$/.test(key);
    const what = {
      certificate: certificate === undefined ? undefined : place.rebase(certificate),
      key: key === undefined || isDigest ? key : place.rebase(key),
    };
    const { already, stillInProduction, others, untold } = await revoke$1(
      { ...what, since, reason, by, connections },
      recordLog,
      ports,
    );
    process.stdout.write(`${already ? 'Revoked before' : 'Revoked'}: logged in ${recordLog.name}\n`);
    for (const target of stillInProduction)
      process.stdout.write(`! ${visible(target)} still points at it: proofmark demote --to '${visible(target)}' …\n`);
    for (const digest of others)
      process.stdout.write(
        `! Another certificate of the model still holds, sha256:${digest}: revoke it, too, if it is as wrong\n`,
      );
    if (untold.length > 0)
      process.stdout.write(
        '! Not everybody was told. The revocation stands; run the same command again: it tells them\n',
      );
    return exitCode('passed', untold)
  },
};

export { revoke };
