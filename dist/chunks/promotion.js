import { C as CERTIFICATE_EXTENSION } from './read-statement.js';
import { f as findRevocation } from './find-revocation.js';
import { k as keyHint } from './key-hint.js';
import { r as readPointer, p as pointerText, P as POINTER_SCHEMA } from './pointer.js';
import { m as modelId, s as sha256Sums } from './model-id.js';
import { s as subjectDifference, t as tellRecipients } from './tell-recipients.js';
import { M as MAX_BUNDLE_BYTES } from './bundle.js';
import { k as instant } from './open-policy.js';
import { U as UserError } from './user-error.js';
import { m as matchNames } from './match-names.js';
import { S as SUMS_FILE, C as CERTIFICATE_FILE } from './record-files.js';
import { l as leavesFolder } from './leaves-folder.js';
import { c as certifiedFiles } from './verify.js';
import { w as worstVerdict } from './verdict.js';
import { v as visible, e as escapeText } from './escape.js';
import { V as VERDICT_SIGN, t as table } from './words.js';

/**
 * A log that is read once for whoever asks the same of it within one command, however many steps do: all of them judge by the same
 * entries. What is appended is read anew, and so is what could not be read.
 */
function readOnce(log           )            {
  const known = new Map                             ();
  return {
    name: log.name,
    read(documentsOf) {
      const asked = [...documentsOf].toSorted().join();
      const reading = known.get(asked) ?? log.read(documentsOf);
      known.set(asked, reading);
      reading.catch(() => known.delete(asked));
      return reading
    },
    async append(leaf, document) {
      known.clear();
      await log.append(leaf, document);
      known.clear();
    },
  }
}

/** One step of a promotion. `inconclusive` stops it as `failed` does: what we do not know is no consent. */
                                
                                               
                        
                          
                                          
                         
                        
 

const TITLE                                      = {
  verify: 'The certificate holds for the model',
  'not-revoked': 'Nobody has revoked it',
  current: 'What production points at is known',
  from: 'Production points where it was expected to',
  baseline: 'Production points at the champion that it was compared with',
  place: 'The model is at the target',
  stored: 'The bytes at the target are the certified ones',
  point: 'Production points at the model',
  'read-back': 'Read back, it is so',
  undo: 'Production points where it did before',
  log: 'It is in the log',
  tell: 'Everybody whom the settings name was told',
};

/** A step with the title that belongs to it. */
const promotionStep = (
  id                     ,
  status         ,
  reason        ,
  hint         ,
)                => ({ id, title: TITLE[id], status, reason, ...(hint === undefined ? {} : { hint }) });

/**
 * Whether production still points at the champion that the certificate compares its model with, where both are versions of one registered
 * model: else nobody knows that the model is no worse than what it would replace. `there` is the address of the version that production
 * points at: `models:/credit/7`. Undefined where there is nothing to compare.
 */
function baselineStep(
  certificate             ,
  there                    ,
  target        ,
)                            {
  const stands = versionIn(there);
  if (!stands) return undefined
  const champions = certificate.predicate[CERTIFICATE_EXTENSION].data
    .filter(({ role }) => role === 'champion')
    .flatMap(({ origin }) => versionIn(origin?.model ?? origin?.pinned) ?? [])
    .filter(({ name }) => name === stands.name);
  if (champions.length === 0) return undefined
  const other = champions.find(({ version }) => version !== stands.version);
  return other === undefined
    ? promotionStep(
        'baseline',
        'passed',
        `${target} points at version ${stands.version}, which the model was compared with`,
      )
    : promotionStep(
        'baseline',
        'inconclusive',
        `Expected ${target} to point at version ${other.version}, which the model was compared with, but it points at version ${stands.version}`,
        'Certify the model again, so that it is compared with what production points at now',
      )
}

/** The version of a registered model that an address begins with. */
function versionIn(address                    )                                                                  {
  const [, name, version] = /^models:\/([^/]+)\/([1-9]\d{0,17})(?:\/|$)/.exec(address ?? '') ?? [];
  return name === undefined || version === undefined ? undefined : { name, version }
}

/**
 * Whether the bytes that a target keeps are the certified model: the model id is computed from what was read there, under the names
 * the certificate has. `limits` says what a target leaves open.
 */
function storedStep(
  id                        ,
  stored                                         ,
  certified                                                                      ,
  target                                                                ,
  sha256                          ,
)                {
  if (stored === undefined)
    return promotionStep(id, 'passed', target.limits ?? `${target.name} keeps no bytes of the model`)
  const files = digests(stored);
  if (files.length > 0 && modelId(files, sha256) === certified.id)
    return promotionStep(
      id,
      'passed',
      `Hashed ${counted(stored.size)} at ${target.name}: the model id is ${certified.id}${
        id === 'stored' && target.limits !== undefined ? `. ${target.limits}` : ''
      }`,
    )
  const difference = subjectDifference(digests(certified.files), files);
  return promotionStep(
    id,
    'failed',
    `Expected the certified bytes at ${target.name} but found that ${difference ?? 'they make another model id'}`,
    'Find out who can write there, remove what is wrong, and promote again',
  )
}

const digests = (files                             ) =>
  [...files].map(([name, sha256]) => ({ name, digest: { sha256 } }));
const counted = (files        ) => (files === 1 ? '1 file' : `${files} files`);

/** The certificate that a verification was about; undefined for a refusal and for nothing. */
function certificateIn({ statement }              )                          {
  return statement && 'verificationResult' in statement.predicate ? (statement               ) : undefined
}

/** The model as its owner calls it, with its version; the model id where it has no name. */
function modelName(certificate             )         {
  const { name, version, id } = certificate.predicate[CERTIFICATE_EXTENSION].model;
  const called = [name, version].filter(part => part !== undefined).join(' ');
  return called === '' ? id : called
}

/** A verified model, ready to be brought to a target: its files under their certified names, and the record to lie beside it. */
async function certifiedModel(
  certificate             ,
  given                                                                                     ,
  ports       ,
)                       {
  const { text, model } = given;
  const certified = (await certifiedFiles(certificate, given.path, ports)) ?? [];
  const names = certified.map(({ name }) => name);
  const { pairs } = matchNames(names, await ports.files.list(model));
  const files              = [];
  for (const { name, digest } of certified) {
    if (leavesFolder(name))
      throw new UserError('promotion.file-name', `Expected the model's files below one folder but found ${name}`, {
        hint: 'Certify the model from a folder that holds all of it: a target keeps its files below one of its own',
      })
    const here = pairs.get(name);
    if (here === undefined)
      throw new UserError('promotion.file-gone', `Expected ${name} of the verified model but it is gone`, {
        hint: 'Promote from a folder that nothing else writes to',
      })
    // What was named by an address was fetched and verified: it is brought to the target from where it lies.
    const path = (await ports.sources?.fetch(here)) ?? here;
    files.push({ name, path, sha256: digest.sha256, bytes: (await ports.files.digest(here)).bytes });
  }
  const encode = (content        ) => new TextEncoder().encode(content);
  return {
    id: certificate.subject[0].digest.sha256,
    name: modelName(certificate),
    files,
    certificate: ports.sha256(text),
    record: [
      { name: SUMS_FILE, content: encode(sha256Sums(certified)) },
      { name: CERTIFICATE_FILE, content: encode(text) },
    ],
  }
}

/** Names that no user's path has, under which a target's files are shown. */
const ROOM = '.proofmark/at-target';
const CERTIFICATE = `${ROOM}/${CERTIFICATE_FILE}`;
const SUMS = `${ROOM}/${SUMS_FILE}`;
const MODEL = `${ROOM}/model`;

/** What a target keeps of one model. */
                       
                                
                              
                                                                      
                                             
 

/** The ports with a certificate pinned, as it was read once, and with the model's files as a target keeps them: verified where they lie. */
function filesAtTarget(ports       , { certificate, files }      ) {
  const sums = sha256Sums([...files].map(([name, sha256]) => ({ name, digest: { sha256 } })));
  const shown        = {
    ...pinned(
      ports.files,
      new Map([
        [CERTIFICATE, certificate],
        [SUMS, sums],
      ]),
    ),
    list: async (paths, options) =>
      paths.includes(MODEL)
        ? [...files.keys()].map(name => `${MODEL}/${name}`).toSorted()
        : ports.files.list(paths, options),
    async digest(path) {
      const sha256 = path.startsWith(`${MODEL}/`) ? files.get(path.slice(MODEL.length + 1)) : undefined;
      return sha256 === undefined ? ports.files.digest(path) : { sha256, bytes: 0 }
    },
  };
  return { ports: { ...ports, files: shown }, request: { certificate: CERTIFICATE, model: [MODEL] } }
}

/** Files of which some texts are given: nobody can change them between two readings. */
function pinned(files       , texts                             )        {
  return {
    ...files,
    exists: async path => texts.has(path) || files.exists(path),
    readText: async (path, options) => texts.get(path) ?? files.readText(path, options),
    async read(path, options) {
      const text = texts.get(path);
      return text === undefined ? files.read(path, options) : new TextEncoder().encode(text)
    },
  }
}

/** The log's entry for a pointer, by the digest of its bytes: `id` is what production points at from then on, absent for nothing. */
const pointerLeaf = ({ kind, at, to, target, run }         , sha256        )       => ({
  v: 1,
  type: kind,
  at,
  ...(to === null ? {} : { model: to.name, id: `sha256:${to.id}` }),
  document: `sha256:${sha256}`,
  target,
  ...(run === undefined ? {} : { run }),
});

/** The log's entry for a revocation. */
const revocationLeaf = ({ at, model, run }            , sha256        )       => ({
  v: 1,
  type: 'revocation',
  at,
  ...(model === undefined ? {} : { model: model.name, id: `sha256:${model.id}` }),
  document: `sha256:${sha256}`,
  ...(run === undefined ? {} : { run }),
});

/** How what a target points at is logged or told once more. To demote again without a certificate would point it elsewhere. */
function againHint({ kind, to }         , does                  )         {
  const tells = `it ${does} what stands at the target`;
  if (kind === 'demotion' && to !== null)
    return `Run \`proofmark demote\` with the certificate and the files of ${to.name}: ${tells}`
  return `Run the same command again: ${tells}`
}

/** What an error says, for a sentence of ours. */
const messageOf = (error         )         => (error instanceof Error ? error.message : String(error));

/** Logs pointers that were written, in their order. What production points at stands whether or not the log can be written. */
async function logPointers(
  written                                                                 ,
  { recordLog, ports }                ,
)                                                                      {
  if (!recordLog)
    return {
      step: {
        ...promotionStep('log', 'passed', 'No log is kept here: only the target itself says what was done'),
        title: 'There is no log to tell',
      },
    }
  try {
    for (const { pointer, text } of written) await recordLog.append(pointerLeaf(pointer, ports.sha256(text)), text);
    return { step: promotionStep('log', 'passed', `Logged in ${recordLog.name}`) }
  } catch (error) {
    const last = written.at(-1);
    return {
      step: promotionStep(
        'log',
        'inconclusive',
        `Expected to log in ${recordLog.name} what was done but could not: ${messageOf(error)}`,
        last && againHint(last.pointer, 'logs'),
      ),
      error,
    }
  }
}

/** Where production points, understood. */
                        
                             
                                                                    
                                       
                              
 

/**
 * Reads where a target points. What is none of ours stops everything: we would overwrite what we do not understand. `replacing` names
 * what may be, as whoever asks knows it.
 */
async function readStanding(target                 , replacing         )                 {
  const standing = await target.current();
  if (standing.foreign) return { standing, pointer: undefined, step: foreignStep(standing.foreign, target, replacing) }
  if (standing.pointer === undefined)
    return {
      standing,
      pointer: undefined,
      step: promotionStep('current', 'passed', `${target.name} points at nothing yet`),
    }
  const read = readPointer(standing.pointer);
  if ('reason' in read)
    return {
      standing,
      pointer: undefined,
      step: promotionStep(
        'current',
        'inconclusive',
        `Expected a pointer of Proofmark's at ${target.name} but found ${read.reason}`,
        'Find out who wrote it; take it away where production may do without until the next promotion',
      ),
    }
  const { pointer } = read;
  if (pointer.target !== target.name)
    return {
      standing,
      pointer: undefined,
      step: promotionStep(
        'current',
        'inconclusive',
        `Expected the pointer of ${target.name} but found one that was written for ${pointer.target}`,
        'Name the target as it was named before, or take the copied pointer away',
      ),
    }
  return {
    standing,
    pointer,
    step: promotionStep('current', 'passed', `${target.name} points at ${pointing(pointer)}`),
  }
}

function foreignStep({ words, name }         , target                 , replacing                    )                {
  if (name === undefined || name === replacing)
    return promotionStep('current', 'passed', `${target.name} points at ${words}`)
  return promotionStep(
    'current',
    'inconclusive',
    `Expected a pointer of Proofmark's at ${target.name} but found ${words}`,
    `Find out who did; if a certified model may take its place, promote with --from ${name}`,
  )
}

/** What a pointer points at, in words. */
function pointing({ to, at, by }         )         {
  const since = `since ${at}${by === undefined ? '' : `, by ${by}`}`;
  return to === null ? `nothing, ${since}` : `${to.name} (${to.id.slice(0, 12)}…), ${since}`
}

/**
 * Tells everybody of pointers that were written, in their order. What production points at stands whoever could not be told. There is no
 * step where all were told, or nobody was to be.
 */
async function tellMoves(
  moves                 ,
  { connections = {}, ports }                                               ,
)                 {
  const errors            = [];
  for (const move of moves)
    errors.push(
      ...(await tellRecipients(connections, async () => ({ kind: 'promotion', ...move, at: ports.now() }), ports).catch(
        error => [error],
      )),
    );
  const [error] = errors;
  const last = moves.at(-1);
  if (error === undefined || last === undefined) return { steps: [] }
  const { kind } = last.pointer;
  const step = promotionStep(
    'tell',
    'inconclusive',
    `Expected to tell everybody of the ${kind}, which stands, but could not: ${messageOf(error)}`,
    againHint(last.pointer, 'tells'),
  );
  return { steps: [step], error }
}

/** The model that production is to point at, with its files by SHA-256. */
                        
                     
                                             
 

/** A pointer that the target has taken; `certified` where the model that it points at was read back. */
                   
                           
                       
                              
 

                                 
                                    
 

/** Points production elsewhere, if it stands as it stood; reads back that it is so and that the bytes are; logs what was done, and tells it. */
async function flip(
  pointer         ,
  expected          ,
  aimed                   ,
  world                ,
)                   {
  const { target } = world;
  const text = pointerText(pointer);
  if ((await target.point(text, expected)) === 'conflict') return { outcome: 'conflict', steps: [await faster(world)] }
  const pointed = promotionStep('point', 'passed', `${target.name} points at ${pointing(pointer)}`);
  const readBack = await readBackStep(text, aimed, world);
  const certified = readBack.status === 'passed';
  const written            = [{ pointer, text, certified }];
  const steps                  = [pointed, readBack];
  let outcome                   = pointer.kind === 'promotion' ? 'promoted' : 'demoted';
  if (readBack.status === 'failed') {
    const undone = await undo(pointer, text, world);
    steps.push(undone.step);
    written.push(...undone.written);
    outcome = 'undone';
  } else if (readBack.status === 'inconclusive') outcome = 'conflict';
  const logged = await logPointers(written, world);
  // What somebody else has overwritten is not where production points.
  const told = await tellMoves(outcome === 'conflict' ? [] : written, world);
  const error = logged.error ?? told.error;
  return {
    outcome: logged.step.status === 'passed' || outcome === 'undone' ? outcome : 'not-logged',
    steps: [...steps, logged.step, ...told.steps],
    ...(error === undefined ? {} : { error }),
  }
}

async function faster({ target }                )                         {
  const { pointer, standing } = await readStanding(target);
  const there = pointer === undefined ? standing.foreign?.words : pointing(pointer);
  return promotionStep(
    'point',
    'inconclusive',
    `Expected ${target.name} to stand as it stood but somebody was faster: ${
      there === undefined ? 'it was written to meanwhile' : `it points at ${there}`
    }`,
    'See whether that is what production should point at; if not, run again',
  )
}

async function readBackStep(text        , aimed                   , { target, ports }                ) {
  const { standing, pointer } = await readStanding(target);
  if (standing.pointer !== text)
    return promotionStep(
      'read-back',
      'inconclusive',
      `Expected to read back from ${target.name} what was written but found ${
        pointer === undefined ? 'something else' : `that it points at ${pointing(pointer)}`
      }`,
      'Somebody else writes there; look at `proofmark status`',
    )
  if (aimed === undefined) return promotionStep('read-back', 'passed', `${target.name} points at nothing`)
  return storedStep('read-back', await target.stored(aimed.id), aimed, target, ports.sha256)
}

/** Points production back at what it pointed at before: the bytes are not the certified ones, whoever changed them. */
async function undo(pointer         , text        , { target, ports, by }                ) {
  const back          = {
    ...pointerTo(pointer.from, pointer, 'demotion'),
    at: `${ports.now().toISOString().slice(0, 19)}Z`,
    reason: 'The bytes at the target changed while it was promoted',
    ...(by === undefined ? {} : { by }),
  };
  const undone = pointerText(back);
  try {
    const standing = await target.current();
    if (standing.pointer === text && (await target.point(undone, standing)) === 'done')
      return {
        step: promotionStep('undo', 'passed', `${target.name} points at ${pointing(back)}`),
        // Nothing is certified enough; what was there before was not asked again.
        written: [{ pointer: back, text: undone, ...(back.to === null ? { certified: true } : {}) }],
      }
    return { step: failedUndo(`${target.name} has been written to meanwhile`), written: [] }
  } catch (error) {
    return { step: failedUndo(messageOf(error)), written: [] }
  }
}

const failedUndo = (why        ) =>
  promotionStep(
    'undo',
    'failed',
    `Expected to point production back but could not: ${why}`,
    'Production may point at bytes that nobody certified: stop using it now',
  );

/** A pointer to another model at the same target. */
const pointerTo = (
  to                       ,
  { schema, target, to: from, run }         ,
  kind                 ,
) => ({
  schema,
  kind,
  target,
  to,
  from,
  ...(run === undefined ? {} : { run }),
});

/** How it ended. `not-logged`: production points where it should, but the log does not say so yet. */
                              
              
             
                   
             
                  
              
            
                

/** What came of a promotion or demotion. */
                            
                                    
                           
                         
                                          
                                                          
                                                  
                                                               
                                        
                                               
                                   
                                                                
                          
 

/** The last steps of a promotion, and what went wrong in them. */
                                                      

/** The result with its verdict: passed only where every step was. */
function concludePromotion(result                            )            {
  return { ...result, verdict: worstVerdict(result.steps.map(step => step.status)) }
}

/** Whether an entry of the log points a target elsewhere. */
const isMove = ({ type }      )          => type === 'promotion' || type === 'demotion';

/** Where a target pointed by the log, the newest first: the pointer, where its document is kept with the log. */
const movesOf = (
  target        ,
  leaves                 ,
  documents                             ,
)                                                                   =>
  leaves
    .filter(leaf => isMove(leaf) && leaf.target === target)
    .map(leaf => {
      const read = readPointer(documents.get(leaf.document) ?? '');
      return { leaf, pointer: 'pointer' in read ? read.pointer : undefined }
    })
    .toReversed();

/**
 * Verifies a model where the target keeps it, by the certificate that lies beside it; undefined where the target keeps one of them
 * not. The certificate must be the very one that the pointer names, and about the model that it names.
 */
async function verifyAtTarget(
  { id, certificate: sha256 }                ,
  { target, verify, ports }                ,
)                                                                                        {
  const certificate = await target.certificate(sha256);
  const files = await target.stored(id);
  if (certificate === undefined || files === undefined || files.size === 0) return undefined
  if (ports.sha256(certificate) !== sha256) return undefined
  const shown = filesAtTarget(ports, { certificate, files });
  const verification = await verify(shown.request, shown.ports);
  const verified = certificateIn(verification);
  if (verification.outcome === 'verified' && verified?.subject[0].digest.sha256 !== id) return undefined
  return { ...verification, files }
}

/**
 * Logs what a target points at where an earlier run pointed it there and did not get to logging it. Anybody who can write to the target
 * could have written such a pointer, so it is logged only where its certificate holds: `believed` is the one that was verified
 * already. Says what was done, or what is wrong.
 */
async function repairLog(
  pointer                     ,
  text                    ,
  leaves                 ,
  believed                    ,
  world                ,
)                              {
  const { recordLog, target, ports } = world;
  if (!recordLog || pointer === undefined || text === undefined) return undefined
  const leaf = pointerLeaf(pointer, ports.sha256(text));
  if (leaves.some(({ document }) => document === leaf.document)) {
    const last = leaves.findLast(one => isMove(one) && one.target === target.name);
    return last?.document === leaf.document
      ? undefined
      : `${target.name} points at ${pointing(pointer)}, which is not the log’s last word: somebody pointed it back by other means`
  }
  const holds =
    pointer.to === null ||
    pointer.to.certificate === believed ||
    (await verifyAtTarget(pointer.to, world))?.outcome === 'verified';
  if (!holds)
    return `${target.name} points at ${pointing(pointer)}, which is not in the log and cannot be verified here`
  await recordLog.append(leaf, text);
  return `Repaired the log: ${target.name} points at ${pointing(pointer)}, which had not been logged`
}

/** Whether the log lets a certificate stand. What cannot be read may be about it, and stops as a revocation does. */
function revokedStep(found                                   , { recordLog }                )                {
  const log = recordLog?.name ?? 'the log';
  if (found === undefined) return promotionStep('not-revoked', 'passed', `No entry of ${log} revokes it`)
  if (found === 'unreadable')
    return promotionStep(
      'not-revoked',
      'inconclusive',
      `Expected to read every revocation of ${log} but the document of one that may be about it is not kept`,
      'Bring the document back into the log, or certify the model again',
    )
  return promotionStep(
    'not-revoked',
    'failed',
    `Expected a certificate that nobody has revoked but ${found.key === undefined ? 'it' : 'the key that signed it'} was revoked at ${found.at}: ${found.reason}`,
    'Certify the model again',
  )
}

/**
 * Points production at a certified model. In this order: the certificate is verified against the bytes here and looked up among the
 * log's revocations; production must point at the champion that it was compared with; the model is brought to the target and hashed as it lies there; production is pointed at it if it still points
 * where it did; pointer and bytes are read back; and the log is told. Whatever is not known stops it. Throws only for what the user
 * or the environment must mend before production was touched.
 */
async function promote(options                , world                )                     {
  const { target, recordLog, ports } = world;
  const steps                  = [];
  const notes           = [];
  const text = await ports.files.readText(options.certificate, { maxBytes: MAX_BUNDLE_BYTES });
  const files = pinned(ports.files, new Map([[options.certificate, text]]));
  const verification = await world.verify(options, { ...ports, files });
  const stop = (outcome                      , pointer          , ended        = { steps: [] }) =>
    concludePromotion({
      ...ended,
      outcome,
      target: target.name,
      steps: [...steps, ...ended.steps],
      verification,
      pointer,
      notes,
    });

  const verified = verifyStep(verification);
  steps.push(verified);
  const certificate = certificateIn(verification);
  if (verified.status !== 'passed' || !certificate)
    return stop(verification.outcome === 'refused' ? 'refused' : 'unverifiable')
  const model = await certifiedModel(certificate, { path: options.certificate, text, model: options.model }, ports);
  const to                 = { name: model.name, id: model.id, certificate: model.certificate };

  const log = await recordLog?.read(['revocation']);
  if (log) {
    const asked = { sha256: to.certificate, modelId: to.id, key: keyHint(text) };
    const step = revokedStep(findRevocation(log.leaves, log.documents, asked), world);
    steps.push(step);
    if (step.status !== 'passed') return stop('refused')
  }

  const stood = await readStanding(target, options.from);
  steps.push(stood.step);
  if (stood.step.status !== 'passed') return stop('conflict')
  const repaired = await repairLog(stood.pointer, stood.standing.pointer, log?.leaves ?? [], to.certificate, world);
  if (repaired !== undefined) notes.push(repaired);
  const from = stood.pointer?.to ?? null;
  if (options.from !== undefined && stood.standing.foreign?.name === undefined) {
    const step = fromStep(options.from, from, target.name);
    steps.push(step);
    if (step.status !== 'passed') return stop('conflict', stood.pointer)
  }

  const there = from?.id === to.id && from.certificate === to.certificate;
  if (!there && options.kind !== 'demotion') {
    const step = baselineStep(certificate, stood.standing.address, target.name);
    if (step) steps.push(step);
    if (step && step.status !== 'passed') return stop('conflict', stood.pointer)
  }

  const certified = { id: model.id, files: new Map(model.files.map(file => [file.name, file.sha256])) };
  if (!there) {
    await target.place(model);
    steps.push(promotionStep('place', 'passed', `${model.name} and its certificate are at ${target.name}`));
  }
  const stored = storedStep('stored', await target.stored(model.id), certified, target, ports.sha256);
  steps.push(stored);
  if (stored.status !== 'passed') return stop('refused', stood.pointer)
  if (there && stood.pointer) {
    const told = await tellMoves([{ pointer: stood.pointer, certified: true, again: true }], world);
    return stop('already-there', stood.pointer, told)
  }

  const pointer          = {
    schema: POINTER_SCHEMA,
    kind: options.kind ?? 'promotion',
    target: target.name,
    to,
    from,
    ...(options.reason === undefined ? {} : { reason: options.reason }),
    ...(world.by === undefined ? {} : { by: world.by }),
    at: instant(ports.now()),
    ...(ports.context.url === undefined ? {} : { run: ports.context.url }),
  };
  const flipped = await flip(pointer, stood.standing, certified, world);
  return stop(flipped.outcome, pointer, flipped)
}

function verifyStep({ outcome, steps }              )                {
  const broken = steps.find(({ status }) => status !== 'passed');
  const status = ({ verified: 'passed', refused: 'failed', unverifiable: 'inconclusive' }         )[outcome];
  // A verification that asked nothing found nothing wrong.
  if (status === 'passed' && !broken && steps.length > 0)
    return promotionStep('verify', 'passed', steps.map(({ title }) => title).join('; '))
  return promotionStep(
    'verify',
    status === 'passed' ? 'inconclusive' : status,
    broken?.reason ?? 'Expected a certificate to verify but nothing was asked of it',
    broken?.hint,
  )
}

function fromStep(expected        , found                       , target        )                {
  if (expected !== 'nothing' && !/^[0-9a-f]{64}$/.test(expected))
    throw new UserError('promotion.from', `Expected a model id or 'nothing' but found '${expected}'`, {
      hint: '`proofmark status --json` shows the model id that each target points at',
    })
  const id = found?.id ?? 'nothing';
  return id === expected
    ? promotionStep('from', 'passed', `${target} points at ${id}, as expected`)
    : promotionStep('from', 'inconclusive', `Expected ${target} to point at ${expected} but it points at ${id}`)
}

/** What a report says of a promotion or a demotion. */
                           
                          
                           
                         
                                          
                                        
                                   
 

const SIGN                          = { passed: '✔', failed: '✘', inconclusive: '?' };

/** The result in one line, for outputs and the end of a report. */
function promotionLine({ outcome, target, steps, pointer }          )         {
  const broken = steps.find(({ status }) => status !== 'passed');
  const model = pointer?.to?.name ?? 'no model';
  const words                         = {
    promoted: `Promoted: ${target} points at ${model}`,
    demoted: `Demoted: ${target} points at ${model}`,
    'already-there': `Nothing to do: ${target} points at ${model} already`,
    refused: `Refused: ${target} was not touched`,
    unverifiable: `Nothing could be verified: ${target} was not touched`,
    conflict: `Conflict at ${target}`,
    undone: `Undone: the bytes at ${target} changed while it was pointed at them`,
    'not-logged': `${target} points at ${model}, but the log does not say so yet`,
  };
  const line = words[outcome] ?? outcome;
  return visible(broken ? `${line}. ${broken.reason}` : line)
}

/** Each step, what was noticed, then the result, for a terminal. */
function promotionLines(promoted          )         {
  return [
    ...promoted.steps.flatMap(({ title, status, reason, hint }) => [
      { tone: status, text: `${SIGN[status]} ${title}` },
      { tone: 'muted'         , text: `    ${visible(reason)}` },
      ...(hint === undefined ? [] : [{ tone: 'plain'         , text: `    → ${visible(hint)}` }]),
    ]),
    ...promoted.notes.map(note => ({ tone: 'warn'         , text: `! ${visible(note)}` })),
    { tone: 'plain', text: '' },
    { tone: promoted.verdict, text: promotionLine({ ...promoted, steps: [] }) },
  ]
}

/** The steps as Markdown, for a job summary. */
function promotionSummary(promoted          )         {
  const rows = promoted.steps.map(({ title, status, reason }) => [
    VERDICT_SIGN[status],
    escapeText(title),
    escapeText(reason),
  ]);
  const notes = promoted.notes.map(note => `> ${escapeText(note)}\n\n`).join('');
  return `### ${escapeText(promotionLine({ ...promoted, steps: [] }))}\n\n${notes}${table(['Status', 'Step', 'Found'], rows)}\n`
}

export { promotionLines as a, promotionSummary as b, promotionLine as c, readStanding as d, repairLog as e, promotionStep as f, revokedStep as g, flip as h, concludePromotion as i, modelName as j, revocationLeaf as k, pointing as l, messageOf as m, isMove as n, pointerLeaf as o, promote as p, movesOf as q, readOnce as r, tellMoves as t, verifyAtTarget as v };
