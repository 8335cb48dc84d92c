import { N as openCheckpoint, a as readLog, a3 as cosign, w as writeNote, a4 as witnessFile, A as untilDone, B as requireHead, u as utf8, a5 as trustOf, a0 as logPlace, i as MAX_NOTE_LENGTH, a6 as isKeyName, $ as noteVerifier, a1 as writeSignerKey, a2 as writeVerifierKey, a7 as readSignerKey } from './read-log.js';
import { i as isFault } from './log-fault.js';
import { U as UserError } from './user-error.js';
import { P as PLACE_FLAGS, g as givenLog } from './log-flags.js';
import { t as tellFault } from './log-read.js';
import { p as parseFlags } from './parse-flags.js';

/** A witness and what it remembers. */
                          
                            
                             
                                                                                                                
                                     
 

/** What a witness has seen and signed. */
                            
                                                                                        
                       
                       
                   
                                                             
                          
 

/**
 * Reads the whole log, holds it against what the witness saw before, and cosigns its newest checkpoint at this time: also where nothing is
 * new, for that is what tells a quiet log from one that somebody keeps from its readers.
 */
async function witnessLog(
  branch           ,
  trust          ,
  { signer, stored }         ,
  ports          ,
)                                {
  const before = stored === undefined ? undefined : openCheckpoint(stored, trust.origin, trust.key, ports.noteKeys);
  if (typeof before === 'string')
    throw new UserError('witness.memory', `${before}, in what the witness has kept`, {
      hint: `Restore the file that it wrote last for ${trust.origin}`,
    })
  const log = await readLog(branch, { ...trust, quorum: 0, maxAgeHours: undefined }, before ? [before] : [], ports);
  if (isFault(log)) return log
  const { text, signatures } = log.checkpoint.note;
  const at = ports.now();
  const own = signatures.filter(({ name, keyId }) => name === trust.key.name && keyId === trust.key.keyId);
  const cosignature = cosign(text, at, signer, ports.noteKeys.sign);
  return {
    note: writeNote({ text, signatures: [...own, cosignature] }),
    size: log.checkpoint.size,
    at: new Date(Math.floor(at.getTime() / 1000) * 1000),
    ...(before === undefined ? {} : { before: before.size }),
  }
}

/** Puts a cosigned checkpoint where readers of the log look for it, in the log's own branch. Never over one of a larger tree. */
async function mirrorCosignature(
  branch           ,
  trust          ,
  signer            ,
  { note, size }           ,
  ports          ,
)                {
  const path = witnessFile(signer.name);
  await untilDone(
    branch.name,
    async () => {
      const commit = await requireHead(branch);
      const there = await branch.read(commit, path);
      const known =
        there === undefined
          ? ''
          : openCheckpoint(new TextDecoder().decode(there), trust.origin, trust.key, ports.noteKeys);
      if (typeof known !== 'string' && (known.size > size || writeNote(known.note) === note)) return 'done'
      await branch.commit(commit, {
        message: `Cosign the checkpoint of ${size} entries`,
        additions: [{ path, content: utf8(note) }],
        deletions: [],
      });
      return 'again'
    },
    ports,
  );
}

/** Variable whose text is the witness's private key where no file is named. */
const WITNESS_KEY = 'PROOFMARK_WITNESS_KEY';
const DEFAULT_KEY = 'proofmark-witness.key';
const DEFAULT_MEMORY = 'proofmark-witness.checkpoint';

const flags                      = [
  ...PLACE_FLAGS,
  {
    name: 'witness-key',
    kind: 'value',
    description: `File with the witness's private key. Default: the text in ${WITNESS_KEY}`,
  },
  {
    name: 'memory',
    kind: 'value',
    description: `File that the witness remembers the log by. Default: ${DEFAULT_MEMORY}`,
  },
  { name: 'mirror', kind: 'switch', description: "Put the cosignature into the log's branch, where its readers look" },
  { name: 'name', kind: 'value', description: 'init: what the witness is called, e.g. audit.acme.example/w1' },
  { name: 'json', kind: 'switch', description: 'Print the result as JSON' },
];

const witness             = {
  name: 'witness',
  summary:
    "Hold a log against what was seen of it before, and cosign it; from a place that the log's owner cannot write to",
  synopsis: '[init --name NAME] [--repository OWNER/NAME | --remote GIT] --verifier-key KEY [--mirror]',
  examples: [
    'proofmark witness init --name audit.acme.example/w1',
    'proofmark witness --repository acme/governance --verifier-key KEY --mirror',
  ],
  flags,
  async run(args) {
    const parsed = parseFlags(args, flags);
    const given = await givenLog(parsed);
    const { ports, place, last } = given;
    const json = parsed.values.has('json');
    if (parsed.positionals[0] === 'init') return makeKey(given)
    const signer = await witnessSigner(given);
    const trust = trustOf(given.settings, {}, ports);
    const branch = ports.logs.open(logPlace(given.settings, ports.context));
    const memory = place.rebase(last('memory') ?? DEFAULT_MEMORY);
    const stored = (await ports.files.exists(memory))
      ? await ports.files.readText(memory, { maxBytes: MAX_NOTE_LENGTH })
      : undefined;
    const seen = await witnessLog(branch, trust, { signer, stored }, ports);
    if (isFault(seen)) return tellFault(seen, json)
    // What was signed is kept before anybody is shown it: a witness that forgets could cosign a fork.
    await ports.files.write(memory, seen.note);
    if (parsed.values.has('mirror')) await mirrorCosignature(branch, trust, signer, seen, ports);
    const { size, at, before } = seen;
    process.stdout.write(
      json
        ? `${JSON.stringify({ origin: trust.origin, size, before, at, note: seen.note }, null, 2)}\n`
        : `✔ ${trust.origin} continues ${before === undefined ? 'nothing: it was believed as it is' : `the ${before} entries seen before`}; ${size} cosigned at ${at.toISOString()}\n`,
    );
    return 0
  },
};

async function witnessSigner({ ports, place, last }          ) {
  const path = last('witness-key');
  const text =
    path === undefined ? process.env[WITNESS_KEY] : await ports.files.readText(place.rebase(path), { maxBytes: 4096 });
  const signer = readSignerKey(text ?? '', 4, ports.noteKeys.hash, ports.noteKeys.publicKey);
  if (signer !== undefined) return signer
  throw new UserError(
    'witness.key',
    `Expected the private key of a witness in ${path ?? WITNESS_KEY} but found ${text ? 'another text' : 'nothing'}`,
    {
      hint: 'Give the file that `proofmark witness init --name NAME` made by --witness-key, or its line in PROOFMARK_WITNESS_KEY',
    },
  )
}

async function makeKey({ ports, place, last }          ) {
  const name = last('name');
  const path = place.rebase(last('witness-key') ?? DEFAULT_KEY);
  if (name === undefined || !isKeyName(name))
    throw new UserError(
      'witness.name',
      `Expected --name to name the witness without spaces and + but found '${name ?? ''}'`,
      {
        hint: 'proofmark witness init --name audit.acme.example/w1',
      },
    )
  if (await ports.files.exists(path))
    throw new UserError('witness.exists', `Expected no file at ${path} but found one`, {
      file: path,
      hint: 'Move it away, or write the new key somewhere else: keys are never overwritten',
    })
  const seed = ports.noteKeys.generate();
  const signer = { ...noteVerifier(name, 4, ports.noteKeys.publicKey(seed), ports.noteKeys.hash), seed };
  await ports.files.write(path, `${writeSignerKey(signer)}\n`, { secret: true });
  process.stdout.write(
    [
      `private key   ${path}   keep it secret: put its line into the secret ${WITNESS_KEY} of the witness's own repository`,
      `verifier key  ${writeVerifierKey(signer)}   put it into policy.trust.log.witnesses of those who read the log`,
      '',
    ].join('\n'),
  );
  return 0         
}

export { witness };
