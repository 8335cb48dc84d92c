import { p as pointerText, r as readPointer } from './pointer.js';
import { p as promotionStep, a as pointing, r as readStanding } from './read-standing.js';
import { m as modelId } from './model-id.js';
import { s as subjectDifference } from './subject-difference.js';
import { p as pointerLeaf, c as certificateIn } from './pointer-leaf.js';
import { m as messageOf } from './message-of.js';
import { t as tellRecipients } from './tell-recipients.js';
import { w as worstVerdict } from './verdict.js';
import { s as sha256Sums } from './sha256-sums.js';
import { C as CERTIFICATE_FILE, S as SUMS_FILE } from './record-files.js';
import { v as visible, e as escapeText } from './escape.js';
import { t as table } from './table.js';
import { V as VERDICT_SIGN } from './words.js';

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

/** How what a target points at is logged or told once more. To demote again without a certificate would point it elsewhere. */
function againHint({ kind, to }         , does                  )         {
  const tells = `it ${does} what stands at the target`;
  if (kind === 'demotion' && to !== null)
    return `Run \`proofmark demote\` with the certificate and the files of ${to.name}: ${tells}`
  return `Run the same command again: ${tells}`
}

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

export { promotionSummary as a, promotionLine as b, pinned as c, concludePromotion as d, flip as f, isMove as i, movesOf as m, promotionLines as p, revokedStep as r, storedStep as s, tellMoves as t, verifyAtTarget as v };
