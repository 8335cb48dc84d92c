import { B as requireHead, m as readHeads, a as readLog, u as utf8, h as hex, X as isWitnessFile, Y as readSmallText, i as MAX_NOTE_LENGTH, N as openCheckpoint, s as sameBytes, C as checkpointText, Z as emptyRoot, w as writeNote, D as CHECKPOINT_FILE, S as STATE_FILE, l as logSigner, _ as newOrigin, $ as noteVerifier, a0 as logPlace, a1 as writeSignerKey, r as rememberSeen, a2 as writeVerifierKey, K as logTrust, R as openLogToWrite } from './read-log.js';
import { i as isFault, a as faultError, l as logFault } from './log-fault.js';
import { c as canonicalJson } from './canonical-json.js';
import { i as instant } from './instant.js';
import { U as UserError } from './user-error.js';
import { a as appendToLog, p as proveEntries, M as MAX_PROOF_LENGTH } from './append-to-log.js';
import { v as visible } from './escape.js';
import { p as printLines } from './print-lines.js';
import { L as LOG_KEY, a as givenTrust, P as PLACE_FLAGS, T as TRUST_FLAGS, g as givenLog } from './log-flags.js';
import { v as verifyLogProof } from './verify-proof.js';
import { t as tellFault, a as takeLog, l as logDocument } from './log-read.js';
import { p as parseFlags } from './parse-flags.js';

/** What to repair a log with. */
                         
                                            
                     
                                                
                         
 

/**
 * Restores the tree of the last good commit with a new commit on top, so that nothing has to be forced, and logs the incident. The good
 * commit is verified whole first, and refused where something larger was seen or is signed at the head: repairing must not be a way to
 * take back what was published.
 */
async function repairLog({ to, reason }        , writer           , ports          )                    {
  const { branch, origin, signer } = writer;
  const head = await requireHead(branch);
  const log = { origin, key: signer, witnesses: [], quorum: 0 };
  const broken = await readHeads(branch, head, log, ports);
  const witnessed = await witnessedCheckpoints(branch, head, log, ports);
  const seen             = [
    ...(writer.seen ?? []),
    ...(isFault(broken) ? [] : [broken.checkpoint]),
    ...witnessed.values(),
  ];
  const good = await readLog(at(branch, to), log, seen, ports);
  if (isFault(good)) throw faultError(good)
  const change = await changeTo(branch, head, to, new Set(witnessed.keys()));
  if (change.additions.length === 0 && change.deletions.length === 0)
    throw new UserError('log.nothing-to-repair', `Expected ${branch.name} to differ from ${to} but found it the same`, {
      hint: 'Give the last commit before the one that broke the log',
    })
  const restored = await branch.commit(head, change);
  if (typeof restored === 'string' && !(await isSame(branch, to, new Set(witnessed.keys()))))
    throw new UserError('log.busy', `Expected to repair ${branch.name} but somebody else wrote to it`, {
      kind: 'environment',
      hint: 'Stop the jobs that write to the log, then run the repair again',
    })
  const when = instant(ports.now());
  const document = utf8(canonicalJson({ incident: 'repair', origin, from: head, to, reason, at: when }));
  const leaf = { v: 1, type: 'incident', at: when, document: `sha256:${hex(ports.noteKeys.hash(document))}` };         
  return appendToLog([{ leaf, document }], { ...writer, seen }, ports)
}

/** The branch as it was at a commit. */
const at = (branch           , commit        )            => ({ ...branch, head: async () => commit });

/** What witnesses have left at a commit and this log has signed, by path: it was published, so it stays. */
async function witnessedCheckpoints(
  branch           ,
  commit        ,
  { origin, key }             ,
  { noteKeys }          ,
)                                 {
  const found = new Map                  ();
  for (const path of await branch.list(commit)) {
    if (!isWitnessFile(path)) continue
    const content = await readSmallText(branch, commit, path, MAX_NOTE_LENGTH);
    const checkpoint = content === undefined ? '' : openCheckpoint(content, origin, key, noteKeys);
    if (typeof checkpoint !== 'string') found.set(path, checkpoint);
  }
  return found
}

async function isSame(branch           , to        , kept                     )                   {
  const { additions, deletions } = await changeTo(branch, await requireHead(branch), to, kept);
  return additions.length === 0 && deletions.length === 0
}

/** The change from one commit's files to another's, some of them kept as they are. */
async function changeTo(branch           , from        , to        , kept                     )                        {
  const [now, then] = await Promise.all([branch.list(from), branch.list(to)]);
  const additions                                          = [];
  for (const path of then) {
    if (kept.has(path)) continue
    const content = await branch.read(to, path);
    const current = now.includes(path) ? await branch.read(from, path) : undefined;
    if (content !== undefined && (current === undefined || !sameBytes(content, current)))
      additions.push({ path, content });
  }
  const stays = new Set([...then, ...kept]);
  return {
    message: `Restore the log as of ${to}`,
    additions,
    deletions: now.filter(path => !stays.has(path)),
  }
}

/** What a report says of a log that was read and holds together. */
                          
                         
                       
                
                       
                           
                       
                         
                        
                                                           
   
                         
 

/** A verified log for a terminal. */
function logLines({ origin, size, root, unsigned, witnessed, quorum }         )         {
  const by = witnessed.cosigned.map(({ name }) => name).join(', ');
  return [
    { tone: 'passed', text: `✔ ${visible(origin)} holds together: ${size} ${size === 1 ? 'entry' : 'entries'}` },
    { tone: 'muted', text: `    root ${root}` },
    ...(unsigned === 0
      ? []
      : [{ tone: 'muted'         , text: `    ${unsigned} more are not signed yet: the next append signs them` }]),
    quorum === 0 && by === ''
      ? { tone: 'warn', text: '    no witness is asked for: only what was last seen here tells a rewritten log' }
      : {
          tone: 'muted',
          text: `    witnesses stand for ${witnessed.size} entries${witnessed.asOf === undefined ? '' : ` as of ${witnessed.asOf.toISOString()}`}${by === '' ? '' : ` (${visible(by)})`}`,
        },
  ]
}

/** One line for each entry. */
const entryLines = (leaves                                                            )         =>
  leaves.map(({ index, leaf }) => ({
    tone: 'plain',
    text: visible(
      [String(index).padStart(6), leaf.at, leaf.type.padEnd(11), leaf.model, leaf.target, leaf.document]
        .filter(part => part !== undefined)
        .join('  '),
    ),
  }));

/** Makes a log: a branch with the signed head of an empty tree. Returns its first commit. Touches no branch that is there. */
async function initLog(
  { branch, origin, signer }                                                                                      ,
  { noteKeys }                            ,
)                                                              {
  await requireNoLog(branch);
  const text = checkpointText({ origin, size: 0, root: emptyRoot(noteKeys.hash) });
  const signature = noteKeys.sign(signer.seed, utf8(text));
  const note = writeNote({ text, signatures: [{ name: signer.name, keyId: signer.keyId, signature }] });
  const made = await branch.commit(undefined, {
    message: `Begin the log ${origin}`,
    additions: [
      { path: CHECKPOINT_FILE, content: utf8(note) },
      { path: STATE_FILE, content: utf8(text) },
    ],
    deletions: [],
  });
  if (typeof made !== 'string') return { ...made, note }
  const commit = await branch.head();
  const found = commit === undefined ? undefined : await readSmallText(branch, commit, CHECKPOINT_FILE, MAX_NOTE_LENGTH);
  if (commit !== undefined && found === note) return { commit, note }
  if (commit !== undefined) throw exists(branch)
  throw new UserError(
    'log.not-made',
    `Expected to make ${branch.name} but the answer was lost and there is no such branch`,
    {
      kind: 'environment',
      hint: 'Run `proofmark log init` again',
    },
  )
}

/** Refuses a branch that is there: what is in it was published. */
async function requireNoLog(branch           )                {
  if ((await branch.head()) !== undefined) throw exists(branch)
}

const exists = ({ name }           ) =>
  new UserError('log.exists', `Expected no branch at ${name} but found one`, {
    hint: 'A log is begun once. For another one, set record.log.branch to a name of its own',
  });

/** File that the private key of a new log is written to unless told otherwise. */
const DEFAULT_KEY = 'proofmark-log.key';

/** Makes the log that the settings name, and its key pair unless there is one. */
async function logInit({ settings, ports }          )                    {
  const path = settings.key ?? DEFAULT_KEY;
  const there = await ports.files.exists(path);
  const given = process.env[LOG_KEY] || undefined;
  const known =
    there || settings.key === undefined
      ? await logSigner(there ? { ...settings, key: path } : settings, given, ports)
      : undefined;
  const origin = known?.name ?? newOrigin(settings, ports.context);
  if (settings.origin !== undefined && origin !== settings.origin)
    throw new UserError('log.key', `Expected the key of ${settings.origin} but found one of ${origin}`, {
      hint: 'Let `proofmark log init` make a key, or name the log as its key is called',
    })
  const seed = known?.seed ?? ports.noteKeys.generate();
  const signer = { ...noteVerifier(origin, 1, ports.noteKeys.publicKey(seed), ports.noteKeys.hash), seed };
  const branch = ports.logs.open(logPlace(settings, ports.context));
  await requireNoLog(branch);
  if (known === undefined) await ports.files.write(path, `${writeSignerKey(signer)}\n`, { secret: true });
  const { commit, note } = await initLog({ branch, origin, signer }, ports);
  await rememberSeen(settings, note, ports);
  process.stdout.write(
    [
      `log          ${branch.name}, first commit ${commit.slice(0, 12)}`,
      known === undefined
        ? `private key  ${path}   keep it secret: put its line into the secret ${LOG_KEY}, commit it nowhere`
        : `private key  ${there ? path : LOG_KEY}, as it was`,
      `last seen    ${settings['last-seen']}   commit it: it tells when the log is rewritten`,
      '',
      'Put into proofmark.yml:',
      '',
      'record:',
      '  log:',
      ...('remote' in settings && settings.remote !== undefined ? [`    remote: ${settings.remote}`] : []),
      ...(settings.repository === undefined ? [] : [`    repository: ${settings.repository}`]),
      ...(settings.branch === 'proofmark-log' ? [] : [`    branch: ${settings.branch}`]),
      `    verifier-key: ${writeVerifierKey(signer)}`,
      '',
    ].join('\n'),
  );
  return 0
}

/** The entry to prove: by its place, or the newest that is about a document (`sha256:` and digits). */
                                                                                    

/**
 * The `.tlog-proof` file of an entry under the best checkpoint there is: the largest that as many trusted witnesses as the quorum have
 * cosigned alike, else the newest that is signed. Its cosignatures are in it.
 */
async function proveLogged(
  log         ,
  which             ,
  trust          ,
  ports          ,
)                                                                         {
  const found =
    'index' in which ? log.leaves[which.index] : log.leaves.findLast(({ leaf }) => leaf.document === which.document);
  if (found === undefined)
    throw new UserError(
      'log.no-entry',
      `Expected an entry ${'index' in which ? `at ${which.index}` : `about ${which.document}`} but the log of ${log.leaves.length} entries has none`,
      { hint: 'See what it holds with `proofmark log entries`' },
    )
  const { index } = found;
  const entry = log.entries[index] ?? new Uint8Array();
  const candidates = cosignedAlike(log, trust).filter(({ checkpoint }) => checkpoint.size > index);
  const best = candidates.find(({ cosigners }) => cosigners >= trust.quorum)?.checkpoint;
  if (best === undefined)
    return logFault(
      'unwitnessed',
      `expected ${trust.quorum} witnesses to have cosigned one checkpoint that has entry ${index} but found ${Math.max(0, ...candidates.map(one => one.cosigners))}`,
    )
  const proofs = await proveEntries([{ index, entry }], best, log.state.size, log.tiles, ports);
  return isFault(proofs) ? proofs : { index, proof: proofs[0] ?? '' }
}

/** Each signed checkpoint with all cosignatures of its text, by how many those are, and then by size, largest first. */
function cosignedAlike(log         , trust          )                                                        {
  const texts = new Map 
           
                                                                                                        
   ();
  for (const checkpoint of [log.checkpoint, ...log.witnessed.cosigned.map(one => one.checkpoint)]) {
    const { note } = checkpoint;
    const known = texts.get(note.text) ?? { checkpoint, lines: new Map() };
    texts.set(note.text, known);
    for (const line of note.signatures) known.lines.set(`${line.name} ${line.keyId} ${hex(line.signature)}`, line);
  }
  return [...texts.values()]
    .map(({ checkpoint, lines }) => {
      const signatures = [...lines.values()];
      const cosigners = trust.witnesses.filter(({ name, keyId }) =>
        signatures.some(line => line.name === name && line.keyId === keyId),
      ).length;
      return { checkpoint: { ...checkpoint, note: { text: checkpoint.note.text, signatures } }, cosigners }
    })
    .toSorted((a, b) => b.cosigners - a.cosigners || b.checkpoint.size - a.checkpoint.size)
}

/** Writes the proof that an entry is in the log: by its number, or by the document it is about. */
async function logProve(given          , flags             )                    {
  const [, which, ...more] = flags.positionals;
  if (which === undefined || more.length > 0)
    throw new UserError(
      'log.prove',
      'Expected the number of an entry, or one document, but found another number of words',
      {
        hint: 'proofmark log prove certificate.sigstore.json',
      },
    )
  const json = flags.values.has('json');
  const taken = await takeLog(given, flags);
  if (isFault(taken)) return tellFault(taken, json)
  const { files } = given.ports;
  const path = given.place.rebase(which);
  const entry = /^\d{1,15}$/.test(which)
    ? { index: Number(which) }
    : { document: /^sha256:[0-9a-f]{64}$/.test(which) ? which : `sha256:${(await files.digest(path)).sha256}` };
  const made = await proveLogged(taken.log, entry, taken.trust, given.ports);
  if (isFault(made)) return tellFault(made, json)
  const asked = given.last('to-file');
  const to =
    asked === undefined
      ? `${'index' in entry || which.startsWith('sha256:') ? made.index : path}.tlog-proof`
      : given.place.rebase(asked);
  await files.write(to, made.proof);
  process.stdout.write(
    json ? `${JSON.stringify({ index: made.index, proof: to }, null, 2)}\n` : `${to}: proof of entry ${made.index}\n`,
  );
  return 0
}

/** Verifies such a proof, offline, about a document. */
async function logVerifyProof(given          , flags             , proof        )                    {
  const { settings, ports, place } = given;
  const json = flags.values.has('json');
  const document = given.last('document');
  const key = settings['verifier-key'];
  if (document === undefined || key === undefined)
    throw new UserError(
      'log.verify-proof',
      `Expected ${document === undefined ? '--document' : 'the verifier key of the log'} beside --proof but found nothing`,
      {
        hint: 'proofmark log verify --proof FILE --document FILE --verifier-key KEY',
      },
    )
  const trusted = givenTrust(flags, settings, ports) ?? {
    origin: settings.origin ?? key.split('+')[0] ?? '',
    key,
    quorum: 0,
  };
  const { sha256 } = await ports.files.digest(place.rebase(document));
  const text = await ports.files.readText(place.rebase(proof), { maxBytes: MAX_PROOF_LENGTH });
  const trust = logTrust(trusted, ports.noteKeys.hash);
  const logged = verifyLogProof(text, { document: `sha256:${sha256}` }, trust, ports.now(), ports.noteKeys);
  if (isFault(logged)) return tellFault(logged, json)
  const { index, leaf, checkpoint, witnesses, asOf } = logged;
  process.stdout.write(
    json
      ? `${JSON.stringify({ index, leaf, origin: checkpoint.origin, size: checkpoint.size, witnesses, asOf }, null, 2)}\n`
      : `✔ ${document} is entry ${index} of ${checkpoint.size} in ${checkpoint.origin}, as ${leaf.type} of ${leaf.at}${asOf === undefined ? '' : `, cosigned as of ${asOf.toISOString()}`}\n`,
  );
  return 0
}

const flags                      = [
  ...PLACE_FLAGS,
  { name: 'key', kind: 'value', description: `File with the private key of the log. Default: the text in ${LOG_KEY}` },
  ...TRUST_FLAGS,
  { name: 'type', kind: 'list', description: 'entries: only those of these types' },
  { name: 'to-file', kind: 'value', description: 'prove: file to write. Default: the document, .tlog-proof after it' },
  { name: 'proof', kind: 'value', description: 'verify: a proof to verify offline, instead of the whole log' },
  { name: 'document', kind: 'value', description: 'verify: the file that the proof is about' },
  { name: 'to', kind: 'value', description: 'repair: the last good commit of the branch' },
  { name: 'reason', kind: 'value', description: 'repair: why, as it will be logged' },
  { name: 'json', kind: 'switch', description: 'Print the result as JSON' },
];

const log             = {
  name: 'log',
  summary: 'Begin, verify, list, prove or repair the log of certificates and what happened to them',
  synopsis: 'init|verify|entries|prove ENTRY|repair [--repository OWNER/NAME | --remote GIT]',
  examples: [
    'proofmark log init --repository acme/governance',
    'proofmark log verify',
    'proofmark log entries --type promotion revocation',
    'proofmark log prove certificate.sigstore.json',
    'proofmark log verify --proof certificate.sigstore.json.tlog-proof --document certificate.sigstore.json',
    'proofmark log repair --to 4f2a91c0 --reason "a job wrote to the branch"',
  ],
  flags,
  async run(args) {
    const parsed = parseFlags(args, flags);
    const given = await givenLog(parsed);
    const json = parsed.values.has('json');
    const proof = given.last('proof');
    switch (parsed.positionals[0]) {
      case 'init':
        return logInit(given)
      case 'prove':
        return logProve(given, parsed)
      case 'verify':
      case 'entries': {
        if (proof !== undefined) return logVerifyProof(given, parsed, proof)
        const taken = await takeLog(given, parsed);
        if (isFault(taken)) return tellFault(taken, json)
        const { log: read, trust } = taken;
        const types = parsed.values.get('type');
        const leaves = read.leaves.filter(({ leaf }) => types === undefined || types.includes(leaf.type));
        const entries = parsed.positionals[0] === 'entries';
        if (json)
          process.stdout.write(
            `${JSON.stringify({ ...logDocument(taken), ...(entries ? { entries: leaves } : {}) }, null, 2)}\n`,
          );
        else
          printLines(
            process.stdout,
            entries
              ? entryLines(leaves)
              : logLines({ ...logDocument(taken), witnessed: read.witnessed, quorum: trust.quorum }),
          );
        return 0
      }
      case 'repair': {
        const [to, reason] = [given.last('to'), given.last('reason')];
        if (to === undefined || reason === undefined)
          throw new UserError(
            'log.repair',
            `Expected ${to === undefined ? '--to COMMIT' : '--reason TEXT'} but found nothing`,
            {
              hint: 'proofmark log repair --to COMMIT --reason TEXT',
            },
          )
        const writer = await openLogToWrite(given.settings, process.env[LOG_KEY], given.ports);
        const repaired = await repairLog({ to, reason }, writer, given.ports);
        await rememberSeen(given.settings, repaired.note, given.ports);
        process.stdout.write(
          `${writer.branch.name} is as of ${to} again; the incident is entry ${repaired.entries[0]?.index}\n`,
        );
        return 0
      }
      default:
        throw new UserError(
          'log.subcommand',
          `Expected init, verify, entries, prove or repair but found '${parsed.positionals[0] ?? ''}'`,
          {
            hint: "'proofmark help log' explains each",
          },
        )
    }
  },
};

export { log };
