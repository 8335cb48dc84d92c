import { setTimeout } from 'node:timers/promises';
import { e as exitCode, a as exitCodeOf } from './exit-code.js';
import { v as verify } from './verify.js';
import { i as instant } from './instant.js';
import { U as UserError } from './user-error.js';
import { w as worstVerdict } from './verdict.js';
import { t as tellRecipients } from './tell-recipients.js';
import { f as findRevocation } from './find-revocation.js';
import { k as keyHint } from './key-hint.js';
import { r as readPointer, P as POINTER_SCHEMA } from './pointer.js';
import { p as pointerLeaf } from './pointer-leaf.js';
import { i as isMove, v as verifyAtTarget, r as revokedStep, f as flip, d as concludePromotion, m as movesOf, b as promotionLine } from './promotion.js';
import { a as pointing, p as promotionStep } from './read-standing.js';
import { a as composeTargets } from './compose.js';
import { c as code, e as escapeText, v as visible } from './escape.js';
import { t as table } from './table.js';
import { V as VERDICT_SIGN } from './words.js';
import { p as printLines } from './print-lines.js';
import { p as parseFlags } from './parse-flags.js';
import { O as OUTPUT_FLAGS } from './flags.js';
import { L as LOG_FLAGS } from './log-of.js';
import { t as trustedLogOf } from './trusted-log-of.js';
import { i as incomplete, a as whoAsks } from './world-of.js';
import { T as TRUSTING_FLAGS } from './verify-flags.js';

/** What a target points at, judged. */
                         
                             
                            
                           
                        
                        
 

/**
 * Whether a target points at a model whose certificate holds now: it is signed by somebody trusted, about the bytes as they lie there
 * now, neither expired nor revoked; and whether that is the log's last word on the target.
 */
async function judgeTarget(world                , log                        )                  {
  const { target, ports } = world;
  const standing = await target.current();
  const told = (verdict         , found        , hint         )         => ({
    standing,
    verdict,
    found,
    ...(hint === undefined ? {} : { hint }),
  });
  const last = log?.leaves.findLast(leaf => isMove(leaf) && leaf.target === target.name);
  if (standing.foreign) return told('failed', `it points at ${standing.foreign.words}`)
  if (standing.pointer === undefined)
    return last?.id === undefined
      ? told('passed', 'it points at nothing')
      : told('failed', `it points at nothing, the log says ${last.model ?? last.id}`)

  const read = readPointer(standing.pointer);
  if ('reason' in read) return told('failed', `it points at what Proofmark did not write: ${read.reason}`)
  const { pointer } = read;
  if (pointer.target !== target.name)
    return told('failed', `its pointer was written for ${pointer.target} and copied from there`)
  const at = (verdict         , found        , hint         )         => ({ ...told(verdict, found, hint), pointer });
  const { document } = pointerLeaf(pointer, ports.sha256(standing.pointer));
  const logged = log?.leaves.some(leaf => leaf.document === document) ?? true;
  if (logged && last && last.document !== document)
    return at('failed', `it points at ${pointing(pointer)}, which is not the log’s last word`)
  if (pointer.to === null)
    return logged
      ? at('passed', 'it points at nothing')
      : at('inconclusive', 'it points at nothing, and nobody logged that')

  const { name } = pointer.to;
  const verified = await verifyAtTarget(pointer.to, world);
  if (!verified) return at('failed', `it points at ${name}, whose certificate or files are not there`)
  const broken = verified.steps.find(({ status }) => status !== 'passed');
  if (broken) return at(broken.status, `it points at ${name}: ${broken.reason}`, broken.hint)
  if (verified.steps.length === 0)
    return at('inconclusive', `it points at ${name}: nothing was asked of its certificate`)
  if (log) {
    const key = keyHint((await target.certificate(pointer.to.certificate)) ?? '');
    const asked = { sha256: pointer.to.certificate, modelId: pointer.to.id, key };
    const revoked = revokedStep(findRevocation(log.leaves, log.documents, asked), world);
    if (revoked.status !== 'passed') return at(revoked.status, `it points at ${name}: ${revoked.reason}`, revoked.hint)
  }
  return logged
    ? at('passed', `it points at ${pointing(pointer)}, certified and unchanged`)
    : at(
        'inconclusive',
        `it points at ${name}, which is certified but not in the log`,
        'Promote it again: that logs it',
      )
}

/** Models of the log that are tried, the newest. */
const TRIED = 5;
const MAX_REASON = 500;

                
                                    
                                   
 

/**
 * Points a target back at the newest model that it pointed at by the log and that is certified now: its certificate, its bytes as they
 * lie there, its revocation are asked again. A tag of the target's is never asked what was there before. Undefined where there is none.
 */
async function revertTarget(
  { standing, pointer: stood, found }        ,
  log            ,
  world                ,
)                                 {
  const { target, ports, by } = world;
  const back = await findBack(standing.pointer, log, world);
  if (!back) return undefined
  const pointer          = {
    schema: POINTER_SCHEMA,
    kind: 'demotion',
    target: target.name,
    to: back.to,
    from: stood?.to ?? null,
    reason: `proofmark watch: ${found}`.slice(0, MAX_REASON),
    ...(by === undefined ? {} : { by }),
    at: instant(ports.now()),
    ...(ports.context.url === undefined ? {} : { run: ports.context.url }),
  };
  const verified = promotionStep(
    'verify',
    'passed',
    back.to === null
      ? 'By the log, nothing is to be there'
      : `${back.to.name}, which the log has before, was verified again, as it lies at ${target.name}`,
  );
  const { outcome, steps, error } = await flip(pointer, standing, back.aimed, world);
  return concludePromotion({
    outcome,
    target: target.name,
    steps: [verified, ...steps],
    pointer,
    notes: [],
    ...(error === undefined ? {} : { error }),
  })
}

async function findBack(
  standing                    ,
  { leaves, documents }            ,
  world                ,
)                            {
  const { target, ports } = world;
  const wrong = standing === undefined ? undefined : `sha256:${ports.sha256(standing)}`;
  const tried = new Set        ();
  for (const { leaf, pointer } of movesOf(target.name, leaves, documents)) {
    if (leaf.document === wrong || pointer === undefined || pointer.target !== target.name) continue
    const { to } = pointer;
    if (to === null) return tried.size === 0 ? { to, aimed: undefined } : undefined
    const key = `${to.id} ${to.certificate}`;
    if (tried.has(key)) continue
    if (tried.size === TRIED) return undefined
    tried.add(key);
    const verified = await verifyAtTarget(to, world);
    if (verified?.outcome !== 'verified' || verified.steps.length === 0) continue
    const signed = keyHint((await target.certificate(to.certificate)) ?? '');
    const asked = { sha256: to.certificate, modelId: to.id, key: signed };
    if (revokedStep(findRevocation(leaves, documents, asked), world).status !== 'passed') continue
    return { to, aimed: { id: to.id, files: verified.files } }
  }
  return undefined
}

/** What watching asks of the world: what promoting does, but for the target. */
                                                                                                

/**
 * Looks at where targets point, and whether that is certified now; on request points them back at the certified model before, by the log.
 * One that cannot be looked at keeps no other from being so. Returns what went wrong beside what was found, for the exit code.
 */
async function watch$1(
  { scheme, patterns, revert }              ,
  world            ,
)                                                           {
  const { targets, recordLog, connections = {}, ports } = world;
  if (revert && !recordLog)
    throw new UserError('watch.no-log', 'Expected a log, to know what was certified before, but found none', {
      hint: 'Name it in record.log of proofmark.yml: a tag of the registry is no proof of what was there',
    })
  const readLog = async () => recordLog?.read(['promotion', 'demotion', 'revocation']);
  const log = await readLog();
  const watched            = [];
  const errors            = [];
  for (const name of await targets.list(scheme, patterns)) {
    try {
      watched.push(await lookAt(name, log));
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      errors.push(error);
      watched.push({ target: name, verdict: 'inconclusive', found: error.message, hint: error.hint });
    }
  }
  errors.push(...watched.flatMap(({ reverted }) => reverted?.error ?? []));
  return {
    at: instant(ports.now()),
    log: recordLog?.name,
    targets: watched,
    verdict: worstVerdict(watched.map(({ verdict }) => verdict)),
    errors,
  }

  async function lookAt(name        , first                        )                   {
    const target = await targets.open(name);
    let read = first;
    // Every certificate is held against the log as it was read for all of them: it is large, and a forge counts requests.
    const here                 = {
      ...world,
      target,
      verify: (request, shown) =>
        world.verify(request, shown, recordLog && { ...recordLog, read: async kinds => read ?? recordLog.read(kinds) }),
    };
    let judged = await judgeTarget(here, read);
    if (judged.verdict !== 'passed') {
      // A promotion that was under way meanwhile looks like one that nobody logged: a second look tells them apart.
      read = await readLog();
      judged = await judgeTarget(here, read);
    }
    const { verdict, found, hint, pointer } = judged;
    const look = { kind: 'look', target: name, verdict, at: ports.now() };         
    errors.push(...(await tellRecipients(connections, async () => look, ports)));
    const reverted = revert && read && verdict === 'failed' ? await revertTarget(judged, read, here) : undefined;
    const left = revert && verdict === 'failed' && !reverted ? 'The log has no certified model before it' : hint;
    return { target: name, verdict, found, hint: left, pointer, reverted }
  }
}

/** What a report says of a look at all targets. */
                              
                     
                                  
                           
                              
                           
                             
                          
                                      
                                                                                             
     
 

const SIGN                          = { passed: '✔', failed: '✘', inconclusive: '?' };

/** The result in one line. */
function watchLine({ targets, verdict }                                          )         {
  const count = (one         ) => targets.filter(target => target.verdict === one).length;
  if (targets.length === 0) return 'Expected targets to look at but found none: nothing was checked'
  if (verdict === 'passed') return `Certified: ${counted(targets.length)}`
  const reverted = targets.filter(target => target.reverted?.outcome === 'demoted').length;
  const parts = [
    ...(count('failed') > 0 ? [`${count('failed')} of ${counted(targets.length)} not certified`] : []),
    ...(reverted > 0 ? [`${reverted} pointed back`] : []),
    ...(count('inconclusive') > 0 ? [`${count('inconclusive')} could not be judged`] : []),
  ];
  return parts.join(', ')
}

/** Each target, and what was done about it, then the result, for a terminal. */
function watchLines(report             )         {
  return [
    ...report.targets.flatMap(({ target, verdict, found, hint, reverted }) => [
      { tone: verdict, text: `${SIGN[verdict]} ${visible(`${target}: ${found}`)}` },
      ...(hint === undefined ? [] : [{ tone: 'plain'         , text: `    → ${visible(hint)}` }]),
      ...(reverted === undefined ? [] : [{ tone: reverted.verdict, text: `    ${promotionLine(reverted)}` }]),
    ]),
    { tone: report.verdict, text: watchLine(report) },
  ]
}

/** The same as Markdown, for a job summary or an issue. */
function watchMarkdown(report             )         {
  const rows = report.targets.map(({ target, verdict, found, hint, reverted }) => [
    VERDICT_SIGN[verdict],
    code(target),
    escapeText(hint === undefined ? found : `${found}. ${hint}`),
    reverted === undefined ? '' : escapeText(promotionLine(reverted)),
  ]);
  const head = `### ${escapeText(watchLine(report))}`;
  const as = `As of ${escapeText(report.at)}, by ${report.log === undefined ? 'no log' : code(report.log)}.`;
  return `${[head, as, ...(rows.length === 0 ? [] : [table(['Status', 'Target', 'Found', 'Done'], rows)])].join('\n\n')}\n`
}

const counted = (count        ) => (count === 1 ? '1 target' : `${count} targets`);

const SYNOPSIS = '--mlflow MODEL@ALIAS… --key FILE [--revert] [--every 60s]';
const flags                      = [
  { name: 'mlflow', kind: 'list', description: 'Aliases to look at: MODEL@ALIAS, with * for any, or all' },
  { name: 'revert', kind: 'switch', description: 'Point back at the certified model before, by the log' },
  { name: 'every', kind: 'value', description: 'Look again and again: 60s, 5m or 1h. Default: once' },
  { name: 'once', kind: 'switch', description: 'Look once; as without --every' },
  ...TRUSTING_FLAGS,
  { name: 'markdown', kind: 'value', description: 'Write what was found as Markdown' },
  ...LOG_FLAGS,
  ...OUTPUT_FLAGS,
];

const watch             = {
  name: 'watch',
  summary: 'Find aliases of a model registry that point at what nobody certified, and point them back',
  synopsis: SYNOPSIS,
  examples: [
    'proofmark watch --mlflow credit@champion --key proofmark.pub',
    "proofmark watch --mlflow '*@champion' --key proofmark.pub --revert --every 60s",
  ],
  flags,
  async run(args) {
    const parsed = parseFlags(args, flags);
    const { values, positionals } = parsed;
    const patterns = values.get('mlflow') ?? [];
    if (patterns.length === 0 || positionals.length > 0)
      throw incomplete('--mlflow to name aliases but found nothing', `proofmark watch ${SYNOPSIS}`)
    const every = values.has('once') ? undefined : secondsOf(values.get('every')?.at(-1));
    const { ports, place, connections, recordLog, trust, done } = await trustedLogOf(parsed);
    const name = values.get('name')?.at(-1);
    const world             = {
      ports,
      targets: composeTargets(place.root, ports.context, process.env.GITHUB_TOKEN),
      verify: (request, shown, log = recordLog) => verify({ ...request, key: trust, name, log }, shown),
      recordLog,
      connections,
      by: whoAsks(),
    };
    const look = async ()                    => {
      const { errors, ...seen } = await watch$1(
        { scheme: 'mlflow', patterns, revert: values.has('revert') },
        world,
      );
      done();
      const markdown = values.get('markdown')?.at(-1);
      if (markdown !== undefined) await ports.files.write(place.rebase(markdown), watchMarkdown(seen));
      if (values.has('json')) process.stdout.write(`${JSON.stringify(seen, null, every === undefined ? 2 : 0)}\n`);
      else if (values.has('quiet')) process.stdout.write(`${watchLine(seen)}\n`);
      else printLines(process.stdout, watchLines(seen));
      return exitCode(seen.verdict, errors)
    };
    return every === undefined ? look() : again(look, every, parsed)
  },
};

/** Looks until the program is asked to end; what goes wrong once is told, and may be mended by the next time. */
async function again(look                         , seconds        , { values }             )                    {
  const end = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM']         ) process.once(signal, () => end.abort());
  for (;;) {
    let code;          
    try {
      if (!values.has('json')) process.stdout.write(`${new Date().toISOString()}\n`);
      code = await look();
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      code = exitCodeOf(error);
      process.stderr.write(`${error.message}${error.hint === undefined ? '' : `. ${error.hint}`}\n`);
    }
    if (end.signal.aborted) return code
    await setTimeout(seconds * 1000, undefined, { signal: end.signal }).catch(() => {});
    if (end.signal.aborted) return code
  }
}

const UNIT                                   = { s: 1, m: 60, h: 3600 };

function secondsOf(text                    )                     {
  if (text === undefined) return undefined
  const [, number = '', unit = ''] = /^([1-9]\d{0,4})([smh])$/.exec(text) ?? [];
  const seconds = Number(number) * (UNIT[unit] ?? 0);
  if (seconds > 0 && seconds <= 7 * 24 * 3600) return seconds
  throw new UserError('watch.every', `Expected --every to be a time such as 60s, 5m or 1h but found '${text}'`, {
    hint: 'At most a week',
  })
}

export { watch };
