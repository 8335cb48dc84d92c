import { e as exitCode } from './exit-code.js';
import { b as shuffle, a as seeded } from './shuffle.js';
import { d as degradations, s as shuffledPredictions, w as wrongPredictions } from './index15.js';
import { i as isOnMetric, a as isComparison } from './index9.js';
import { f as formatNumber, l as listed, c as counted } from './format2.js';
import { d as defaultMargin, o as indexIds, j as checkPredictions } from './binary.js';
import { v as verdictOf, V as Verdict, S as Status } from './verdict.js';
import { e as claimedMetrics, p as putToTrial, f as checkClaims, g as behaviourChecks, k as prepareCertify, m as allFiles } from './prepare-certify.js';
import { M as MOST_LOCATIONS } from './faults.js';
import { n as noRowFaults } from './kept-rows.js';
import { N as NAMESPACE } from './identifiers2.js';
import { T as TASK_IDS } from './evidence.js';
import { s as strictObject, e as array, a as string, n as number, i as int, _ as _enum, l as literal, b as boolean } from './schemas2.js';
import { e as escapeText, c as code, v as visible } from './escape.js';
import { t as table } from './table.js';
import { g as grouped } from './grouped.js';
import { w as withDialects } from './with-dialects.js';
import { l as locate, c as compose } from './compose.js';
import { r as readSettings, i as inputsOf } from './read-settings.js';
import { p as printLines } from './print-lines.js';
import { t as terminalLog } from './terminal-log.js';
import { C as COMMON_FLAGS } from './common-flags.js';
import { a as inputValues, i as inputFlag } from './input-values.js';
import { p as parseFlags } from './parse-flags.js';

/** A loss of a metric between 0 and 1 that hardly anybody would promote a model with. */
const LARGE = 0.05;
/** The same as a share of a metric without such bounds. */
const LARGE_SHARE = 0.1;
/** A share of flipped predictions that a claim should see. */
const FLIPPED = 0.1;

                                                              
                        
                             
                                          
                         
 

/** Whether a claim on a metric lets through too much: said of a useless model first, then of flips, then of a large loss. */
function tooWide(claim       , own                   , found       )                        {
  if (!isOnMetric(claim) || own?.status !== 'pass') return undefined
  const subject = isComparison(claim) ? `the gain in ${claim.metric.title}` : claim.metric.title;
  const reason = reasonOf(subject, largeLoss(claim, found.own), found, own);
  if (reason === undefined) return undefined
  return { reason, hint: remedy(claim, own, found.own.values.get(claim.metric.id) ?? Number.NaN) }
}

/** A claim that the model itself would still pass, on the same rows, and that lets less through. */
function remedy(claim             , own       , value        )         {
  const { metric, text } = claim;
  const rest = BEHIND.exec(text)?.[0] ?? '';
  if (claim.kind === 'no-worse-than-champion' && (claim.margin ?? 0) > defaultMargin(metric, value)) {
    const by = metric.better === 'lower' ? '' : ` by ${defaultMargin(metric, value)}`;
    return `Make the margin of '${text}' smaller: ${metric.id} no worse than champion${by}${rest}`
  }
  const bound = tightest(own);
  if (bound === undefined || (isComparison(claim) && bound <= 0)) return `Ask for more than '${text}' does`
  const sign = claim.kind === 'ceiling' ? '<=' : '>=';
  const stricter = isComparison(claim) ? `better than champion by ${bound}` : `${sign} ${bound}`;
  return `The model itself would still pass '${metric.id} ${stricter}${rest}': ask for more than '${text}' does`
}

/** What a claim says of its rows and its alpha. */
const BEHIND = /\s(on|at alpha|with at least)\s.*$/i;

function reasonOf(
  subject        ,
  large        ,
  { check, by, notPassed, search, shuffled }       ,
  own       ,
)                     {
  if (shuffled?.claims.get(check)?.status === 'pass')
    return `Margin too wide: it still passes when every prediction is another row's`
  if (by === 'wrong-predictions') {
    const flipped = search.at(FLIPPED).claims.get(check);
    if (flipped?.status === 'pass')
      return `Margin too wide: it still passes with ${FLIPPED * 100} % of the predictions flipped, where ${subject} goes ${change(own, flipped)}`
  }
  if (notPassed && !(notPassed.drop > large)) return undefined
  return notPassed
    ? `Margin too wide: ${subject} can become ${round(notPassed.drop)} worse before it no longer passes`
    : 'Margin too wide: no degradation that was tried makes it not pass'
}

function largeLoss({ metric: { id, range } }             , { values }           )         {
  const [least, greatest] = range;
  return greatest - least <= 2 ? LARGE : LARGE_SHARE * Math.abs(values.get(id) ?? Number.NaN)
}

const change = (own       , other       )         => {
  const [from, to] = [own.measured?.value, other.measured?.value];
  return typeof from === 'number' && typeof to === 'number' ? `from ${round(from)} to ${round(to)}` : 'down'
};

const round = (value        ) => formatNumber(Number(value.toFixed(4)));

/** The bound nearest to the model's interval that it still meets, to two decimals of its size. */
function tightest({ measured, required }       )                     {
  const [lower, upper] = measured?.interval ?? [];
  if (lower === undefined || upper === undefined) return undefined
  const isFloor = required?.comparator !== '<=';
  const end = isFloor ? lower : upper;
  const step = 10 ** (Math.floor(Math.log10(Math.max(Math.abs(end), Number.MIN_VALUE))) - 1);
  const steps = isFloor ? Math.floor(end / step) : Math.ceil(end / step);
  return Number((steps * step).toPrecision(2))
}

/** An interval is narrower by the square root of how many times more rows there are. */
const TIMES_TO_HALVE = 4;

                     
                                   
                             
                            
                                                       
                                          
                         
                       
 

/** The smallest loss that a claim tells from the model as it is, along one degradation. */
function claimPower(claim       , id        , measuring           )             {
  const { degradation, search, show, own, rows } = measuring;
  const check = own.claims.get(id);
  const notPassed = detection(status => status !== 'pass');
  const failed = detection(status => status === 'fail');
  const greatest = degradation.sizes.at(-1) ?? 0;
  const last = search.at(greatest).claims.get(id);
  const atBest = reachOf(check, failed ? search.at(failed.size).claims.get(id) : last);
  const found = {
    claim: claim.text,
    check: id,
    by: degradation.id,
    upTo: show(greatest),
    notPassed,
    failed,
    atBest,
    rowsToHalve: atBest === null ? null : TIMES_TO_HALVE * rows,
  };
  const wide = tooWide(claim, check, { ...found, ...measuring });
  return { ...found, ...(wide ? { tooWide: wide } : {}) }

  function detection(is                                                  )                       {
    const size = search.smallest(({ claims }) => is(claims.get(id)?.status));
    if (size === undefined) return null
    const drop = lost(check, search.at(size).claims.get(id));
    return drop === undefined ? null : { size, shown: show(size), drop }
  }
}

/** How much worse the quantity of a check is. */
function lost(before                   , after                   )                     {
  const [from, to] = [before?.measured?.value, after?.measured?.value];
  if (typeof from !== 'number' || typeof to !== 'number') return undefined
  return before?.required?.comparator === '<=' ? to - from : from - to
}

/** From the end of the model's interval that must meet the requirement to its value, and on by the reach of another one's interval to its other end. */
function reachOf(own                   , other                   )                {
  const [mine, its] = [own?.measured, other?.measured];
  if (typeof mine?.value !== 'number' || typeof its?.value !== 'number' || !mine.interval || !its.interval) return null
  return own?.required?.comparator === '<='
    ? mine.interval[1] - mine.value + its.value - its.interval[0]
    : mine.value - mine.interval[0] + its.interval[1] - its.value
}

/** A copy as it would have been read from a file: its ids indexed anew, every cell sound. */
function reassemble({ rows, ids, places }      , { reading }                  )                {
  const first                                = [];
  let count = 0;
  const indexed = indexIds(ids, (row, of) => {
    count++;
    if (first.length < MOST_LOCATIONS) first.push({ row, of });
  });
  return {
    places,
    ids: indexed,
    rows,
    idFaults: noRowFaults(),
    repeated: { count, first },
    faults: reading.needs.map(() => noRowFaults()),
  }
}

/** What the policy says to a file of rows. */
                            
                           
                                 
                                             
                                           
                                   
                                                         
                                                     
 

/** Files of the model as it is that a copy is judged with: what another run of it gave is not among them, for that would be degraded too. */
                                                                                        

/** Judges a copy of the predictions as its file would be, from its ids to the claims. */
function judgeCopy(copy      , files             , demands         )            {
  const { source } = files.challenger;
  const challenger = checkPredictions(source, reassemble(copy, source));
  const metrics = claimedMetrics(demands.claims);
  const { checks, trial } = putToTrial({ ...files, challenger }, demands, { only: metrics });
  // First, so that claims need not judge again.
  const judged = trial?.whole;
  const answers = checkClaims(demands.claims, { model: demands.model, ...(trial ? { trial } : {}) });
  return {
    verdict: verdictOf([...checks, ...answers.checks].map(({ status }) => status)),
    claims: new Map(answers.checks.map(check => [check.id, check])),
    faults: checks.filter(({ status }) => status === 'fail' || status === 'inconclusive'),
    values: new Map(metrics.map(id => [id, judged?.challenger.get(id)?.value ?? null])),
  }
}

/** What the policy says to the model before anything is degraded, by all files there are. */
function modelAsItIs(collected           , demands         )                          {
  const { claims, model, task } = demands;
  const metrics = claimedMetrics(claims);
  const { checks, trial } = putToTrial(collected, demands, { only: metrics });
  // First, so that claims need not judge again.
  const judged = trial?.whole;
  const { train, repeat, perturbed = [] } = collected;
  const all = [
    ...checks,
    ...[train, repeat, ...perturbed].flatMap(file => file?.checks ?? []),
    ...checkClaims(claims, { model, ...(trial ? { trial } : {}) }).checks,
    ...(trial ? behaviourChecks(collected, trial, claims) : []),
  ];
  return {
    verdict: verdictOf(all.map(({ status }) => status)),
    metrics: task.metrics
      .filter(({ id }) => metrics.includes(id))
      .map(({ id, title }) => ({ id, title, value: judged?.challenger.get(id)?.value ?? null })),
    open: all
      .filter(({ status }) => status === 'fail' || status === 'inconclusive')
      .map(({ id, title, status, reason, hint }) => ({
        id,
        title,
        status,
        reason,
        ...(hint === undefined ? {} : { hint }),
      })),
  }
}

const SELFTEST_SCHEMA = `${NAMESPACE}selftest/v1`;

/** A metric on degraded rows, and how much worse it is than on the model's own; null where there is none. */
const MetricChange = strictObject({ id: string(), value: number().nullable(), drop: number().nullable() });

/** A degradation of one size, and what the policy said to it. */
const Tried = strictObject({
  size: number(),
  shown: string(),
  verdict: Verdict,
  /** A policy must not pass it. */
  must: boolean(),
  /** Checks that did not pass, the failed ones where any has. */
  caughtBy: array(string()),
  metrics: array(MetricChange),
});
                                         

/** Sizes found by bisection up to the greatest, `upTo`; null where not even that one is caught so. */
const Smallest = strictObject({
  upTo: string(),
  notPassed: strictObject({ size: number(), shown: string() }).nullable(),
  failed: strictObject({ size: number(), shown: string() }).nullable(),
});
                                               

const Degraded = strictObject({
  id: string(),
  title: string(),
  tried: array(Tried),
  /** Absent where there is one size only, or faults of the file decide. */
  smallest: Smallest.optional(),
  /** Why it cannot be tried on these predictions, as a sentence. */
  inapplicable: string().optional(),
});
                                               

/** The first size of a degradation at which a claim no longer passes, and what its quantity has lost by then. */
const Detection = strictObject({ size: number(), shown: string(), drop: number() });

/** What a claim can tell. */
const ClaimPower = strictObject({
  claim: string(),
  check: string(),
  /** The degradation by which it was found. */
  by: string(),
  /** Its greatest size. */
  upTo: string(),
  notPassed: Detection.nullable(),
  failed: Detection.nullable(),
  /** By the widths of the intervals: the smallest loss that a claim on this quantity can fail if it is to pass the model, and the rows that halve it. */
  atBest: number().nullable(),
  rowsToHalve: int().nullable(),
  /** Why it lets through too much, and what to do, as sentences. */
  tooWide: strictObject({ reason: string(), hint: string() }).optional(),
});
                                                   

/** What `proofmark selftest` writes: a function of the files and the settings alone. */
const SelftestResult = strictObject({
  schema: literal(SELFTEST_SCHEMA),
  /** `passed`: all is caught that must be; `inconclusive`: the model does not pass as it is, so that nothing was tried. */
  verdict: Verdict,
  summary: string(),
  task: _enum(TASK_IDS),
  rows: int().nonnegative(),
  level: number(),
  files: array(strictObject({ name: string(), role: string(), sha256: string() })),
  /** The model as it is. */
  model: strictObject({
    verdict: Verdict,
    metrics: array(strictObject({ id: string(), title: string(), value: number().nullable() })),
    /** What did not pass. */
    open: array(
      strictObject({
        id: string(),
        title: string(),
        status: Status,
        reason: string(),
        hint: string().optional(),
      }),
    ),
  }),
  degradations: array(Degraded),
  claims: array(ClaimPower),
  /** What else the policy does not see. */
  notes: array(strictObject({ reason: string(), hint: string() })),
});

/** Parts into which the greatest size is divided for a search. */
const PARTS = 1024;

/** Judges sizes of one degradation, each once, and finds where an answer changes. */
                             
                             
                                                                                                                            
                                                                        
 

/** Takes what holds at one size to hold at every greater one. */
function sizeSearch(greatest        , judge                             )             {
  const known = new Map                   ();
  const at = (size        ) => {
    const before = known.get(size);
    if (before) return before
    const judgement = judge(size);
    known.set(size, judgement);
    return judgement
  };
  return {
    at,
    smallest(holds) {
      if (!holds(at(greatest))) return undefined
      let [without, within] = [0, PARTS];
      while (within - without > 1) {
        const middle = Math.floor((without + within) / 2);
        if (holds(at((greatest * middle) / PARTS))) within = middle;
        else without = middle;
      }
      return (greatest * within) / PARTS
    },
  }
}

/** The outcome in a sentence. */
function summaryOf(verdict         , model                         , degradations                     )         {
  if (verdict === 'inconclusive') {
    const first = model.open.find(({ status }) => status === 'fail') ?? model.open[0];
    const why = model.verdict === 'failed' ? 'fails' : 'is undecided';
    return `Nothing was tried: the model ${why} as it is${first ? ` (${first.title})` : ''}`
  }
  const tried = degradations.flatMap(({ title, tried }) => tried.map(one => ({ title, ...one })));
  const must = tried.filter(one => one.must);
  const missed = must.filter(one => one.verdict === 'passed');
  if (missed.length === 0) return `The policy catches all ${must.length} degradations that it must catch`
  const names = missed.map(({ title, shown }) => (shown === '' ? title : `${title} (${shown})`));
  return `The policy passes ${missed.length} of ${must.length} degradations that it must catch: ${listed(names)}`
}

/** The checks that caught a copy: faults of its file, else the claims that fail, else those that are undecided. */
function caughtBy({ verdict, faults, claims }           )           {
  if (verdict === 'passed') return []
  if (faults.length > 0) return faults.map(({ id }) => id)
  const wanted = verdict === 'failed' ? 'fail' : 'inconclusive';
  return [...claims.values()].filter(({ status }) => status === wanted).map(({ id }) => id)
}

/** Tries a degradation in all its sizes, and looks for the smallest that is caught. */
function tryOut(degradation             , subject         , search            , own           )           {
  const { id, title, sizes } = degradation;
  const show = (size        ) => degradation.show(size, subject.settings);
  const from = degradation.mustCatch(subject) ?? Number.POSITIVE_INFINITY;
  const { metrics } = subject.task;
  const tried = sizes.map((size)        => {
    const judgement = search.at(size);
    return {
      size,
      shown: show(size),
      verdict: judgement.verdict,
      must: size >= from,
      caughtBy: caughtBy(judgement),
      metrics: [...judgement.values].map(([metric, value]) => ({
        id: metric,
        value,
        drop: dropOf(
          metrics.find(one => one.id === metric),
          own.values.get(metric),
          value,
        ),
      })),
    }
  });
  const greatest = sizes.at(-1) ?? 0;
  const isSearched = sizes.length > 1 && search.at(greatest).faults.length === 0;
  return {
    id,
    title,
    tried,
    ...(isSearched ? { smallest: { upTo: show(greatest), ...smallestOf(search, show) } } : {}),
  }
}

function smallestOf({ smallest }            , show                          )                         {
  const found = (holds                                   ) => {
    const size = smallest(holds);
    return size === undefined ? null : { size, shown: show(size) }
  };
  return {
    notPassed: found(({ verdict }) => verdict !== 'passed'),
    failed: found(({ verdict }) => verdict === 'failed'),
  }
}

/** How much worse a metric has become. */
function dropOf(metric                                        , from                           , to               ) {
  if (typeof from !== 'number' || typeof to !== 'number') return null
  switch (metric?.better) {
    case 'higher':
      return from - to
    case 'lower':
      return to - from
    default:
      return Math.abs(to) - Math.abs(from)
  }
}

/** Degrades the predictions in known ways, and shows what the policy says to each. */
function selftest$2(collected           , demands        , { files, progress }         )                 {
  const { task, settings } = demands;
  const { challenger, champion, attributes, history } = collected;
  const model = modelAsItIs(collected, demands);
  const about = {
    schema: SELFTEST_SCHEMA,
    task: task.id,
    rows: challenger.rows,
    level: settings.level,
    files,
    model,
  };         
  const own = challenger.predictions;
  if (model.verdict !== 'passed' || !own) {
    const verdict = 'inconclusive';         
    return { ...about, verdict, summary: summaryOf(verdict, model, []), degradations: [], claims: [], notes: [] }
  }
  const judge = (copy      ) => judgeCopy(copy, { challenger, champion, attributes, history }, demands);
  const subject = subjectOf(own, champion?.predictions, demands);
  const asItIs = judge(own);
  const attempts = Object.values(degradations).map(degradation => {
    progress(degradation.title);
    return attempt(degradation, subject, judge, asItIs)
  });
  const degraded = attempts.map(({ degraded }) => degraded);
  const verdict = degraded.some(({ tried }) => tried.some(isMissed)) ? 'failed' : 'passed';
  progress('what each claim can tell');
  return {
    ...about,
    verdict,
    summary: summaryOf(verdict, model, degraded),
    degradations: degraded,
    claims: powersOf(attempts, subject, asItIs),
    notes: attempts
      .filter(({ degraded: { tried } }) => tried.some(isMissed) || tried.at(-1)?.verdict === 'passed')
      .map(({ degradation: { unseen } }) => unseen),
  }
}

const isMissed = ({ must, verdict }                           ) => must && verdict === 'passed';

function subjectOf(own             , champion                         , demands        )          {
  const { task, settings, claims, seed } = demands;
  const random = (purpose        ) => seeded(seed, `selftest ${purpose}`);
  const all = Uint32Array.from({ length: own.rows.n }, (_, row) => row);
  return {
    task,
    settings,
    claims,
    own,
    ...(champion ? { champion } : {}),
    order: shuffle(random('order'), all),
    random,
  }
}

                   
                                   
                             
                                              
                              
 

function attempt(
  degradation             ,
  subject         ,
  judge                           ,
  asItIs           ,
)          {
  const { id, title, sizes } = degradation;
  const prepared = degradation.prepare(subject);
  if (typeof prepared === 'string') return { degradation, degraded: { id, title, tried: [], inapplicable: prepared } }
  const search = sizeSearch(sizes.at(-1) ?? 1, size => judge(prepared(size)));
  return { degradation, degraded: tryOut(degradation, subject, search, asItIs), search }
}

/** Measured by flips, or where there is nothing to flip by shuffling more and more rows. */
function powersOf(attempts                    , subject         , own           )               {
  const of = (id        ) => attempts.find(({ degradation }) => degradation.id === id);
  const shuffled = of(shuffledPredictions.id);
  const flipped = of(wrongPredictions.id);
  const { degradation, search } = (flipped?.search ? flipped : shuffled) ?? {};
  if (!degradation || !search) return []
  const ids = [...own.claims.keys()];
  const measuring = {
    degradation,
    search,
    show: (size        ) => degradation.show(size, subject.settings),
    shuffled: shuffled?.search?.at(1),
    own,
    rows: subject.own.rows.n,
  };
  return subject.claims.map((claim, i) => claimPower(claim, ids[i] ?? '', measuring))
}

/** The model as it is, in a line. */
const modelLine = ({ rows, model: { metrics } }                )         =>
  `As it is, on ${counted(rows, 'row')}: ${metrics.map(({ title, value }) => `${title} ${numberText(value)}`).join(', ') || 'no metric is claimed'}`;

/** A head, then every degradation in every size: what the policy says, the metrics, and what caught it. */
function degradationRows({ model: { metrics }, degradations }                )        {
  return [
    {
      tone: 'strong',
      cells: ['degradation', 'how much', 'verdict', ...metrics.map(({ title }) => title), 'caught by'],
    },
    ...degradations.flatMap(({ title, tried }) => tried.map((one, i) => triedRow(i === 0 ? title : '', one, metrics))),
  ]
}

/** A head, then every degradation of which there is more and less, with the smallest that is caught. */
const smallestRows = ({ degradations }                )        => [
  { tone: 'strong', cells: ['degradation', 'not passed from', 'failed from'] },
  ...degradations.flatMap(({ title, smallest })        =>
    smallest
      ? [
          {
            tone: 'plain',
            cells: [title, smallest.notPassed?.shown ?? beyond(smallest), smallest.failed?.shown ?? beyond(smallest)],
          },
        ]
      : [],
  ),
];

function triedRow(
  title        ,
  { shown, verdict, must, metrics, caughtBy }       ,
  of                                    ,
)      {
  const missed = must && verdict === 'passed';
  const values = of.map(({ id }) => numberText(metrics.find(metric => metric.id === id)?.value ?? null));
  return {
    tone: missed ? 'fail' : verdict === 'passed' ? 'plain' : 'pass',
    cells: [title, shown, verdict, ...values, missed ? 'nothing, and must be caught' : shortened(caughtBy)],
  }
}

/** Checks named in a cell; the document has all of them. */
const NAMED = 2;

const shortened = (checks                   ) =>
  checks.length > NAMED + 1
    ? `${checks.slice(0, NAMED).join(', ')} and ${checks.length - NAMED} more`
    : checks.join(', ');

/** A head, then every claim with the smallest loss that it no longer passes and that it fails. */
const claimRows = ({ claims }                )        => [
  { tone: 'strong', cells: ['claim', 'not passed from', 'failed from', 'at best', 'rows to halve that'] },
  ...claims.map(
    ({ claim, notPassed, failed, upTo, atBest, rowsToHalve, tooWide })      => ({
      tone: tooWide ? 'warn' : 'plain',
      cells: [
        claim,
        lossText(notPassed, upTo),
        lossText(failed, upTo),
        atBest === null ? '—' : numberText(-atBest),
        rowsToHalve === null ? '—' : grouped(rowsToHalve),
      ],
    }),
  ),
];

const lossText = (detection                                            , upTo        ) =>
  detection ? `${numberText(-detection.drop)} (${detection.shown})` : beyond({ upTo });

/** Where not even the greatest size that is tried is caught. */
const beyond = ({ upTo }                           ) => `not at ${upTo}`;

/** Four decimals of what is small, four digits of what is not; a true minus sign. */
const numberText = (value               )         =>
  value === null ? '—' : formatNumber(Math.abs(value) < 1 ? Number(value.toFixed(4)) : value).replace('-', '−');

/** A self-test as a Markdown document. */
function selftestMarkdown(result                )         {
  const { summary, model, degradations, claims, notes, files } = result;
  const told = (reason        , hint                    ) =>
    `- ${escapeText(reason)}${hint === undefined ? '' : `\n  → ${escapeText(hint)}`}`;
  const wide = claims.flatMap(({ claim, tooWide }) =>
    tooWide ? [told(`'${claim}': ${tooWide.reason}`, tooWide.hint)] : [],
  );
  const left = degradations.filter(one => one.inapplicable !== undefined);
  const parts = [
    '# Self-test',
    `**${escapeText(summary)}.**`,
    escapeText(modelLine(result)),
    model.open.map(({ title, reason, hint }) => told(`${title}: ${reason}`, hint)).join('\n'),
    ...(degradations.length > 0
      ? [
          '## Degradations',
          asTable(degradationRows(result)),
          asTable(smallestRows(result)),
          '## Claims',
          'The smallest loss along the flips (or shuffles) at which a claim no longer passes, and fails; at best, what a claim that passes the model could fail.',
          asTable(claimRows(result)),
          [...wide, ...notes.map(({ reason, hint }) => told(reason, hint))].join('\n'),
          left.map(({ title, inapplicable = '' }) => `- Not tried: ${title}. ${escapeText(inapplicable)}`).join('\n'),
        ]
      : []),
    '## Files',
    files.map(({ name, role, sha256 }) => `- ${role} ${code(name)}, sha256 ${code(sha256)}`).join('\n'),
  ];
  return `${parts.filter(part => part !== '').join('\n\n')}\n`
}

function asTable([head, ...rows]                                                  )         {
  return table(
    (head?.cells ?? []).map(cell => escapeText(cell)),
    rows.map(({ cells }) => cells.map(cell => escapeText(cell))),
  )
}

/** Degrades the predictions of a certification in known ways, and writes what its claims say to each: `selftest.json` and `selftest.md`. */
async function selftest$1(settings          , ports       , out        )                          {
  const tables = withDialects(ports.tables, settings.data.dialects);
  const { collected, files, demands } = await prepareCertify(settings, { ...ports, tables }, out);
  const result = SelftestResult.parse(
    selftest$2(collected, demands, {
      files: allFiles(files).map(({ material: { name, role, digest } }) => ({ name, role, sha256: digest.sha256 })),
      progress: doing => ports.log.progress(`selftest: ${doing} …`),
    }),
  );
  await ports.files.write(`${out}/selftest.json`, `${JSON.stringify(result, null, 2)}\n`);
  await ports.files.write(`${out}/selftest.md`, selftestMarkdown(result));
  return result
}

const SIGN = { passed: '✔', failed: '✘', inconclusive: '?' };

/** A self-test for a terminal: the outcome, the table of degradations, then what each claim can tell, and what to do. */
function selftestLines(result                )         {
  const { verdict, summary, model, claims, degradations, notes } = result;
  const outcome         = [
    { tone: verdict, text: `${SIGN[verdict]} selftest       ${visible(summary)}` },
    { tone: 'muted', text: `    ${visible(modelLine(result))}` },
    ...model.open.flatMap(({ title, status, reason, hint })         => [
      { tone: status, text: `    ${status === 'fail' ? '✘' : '?'} ${visible(title)}` },
      { tone: 'plain', text: `      ${visible(reason)}` },
      ...(hint === undefined ? [] : [{ tone: 'plain'         , text: `      → ${visible(hint)}` }]),
    ]),
  ];
  if (degradations.length === 0) return outcome
  const wide = claims.flatMap(({ claim, tooWide }) => (tooWide ? [{ claim, ...tooWide }] : []));
  return [
    ...outcome,
    { tone: 'plain', text: '' },
    ...columns(degradationRows(result)),
    { tone: 'plain', text: '' },
    ...columns(smallestRows(result)),
    { tone: 'plain', text: '' },
    ...columns(claimRows(result)),
    ...[...wide.map(({ claim, reason, hint }) => ({ reason: `'${claim}': ${reason}`, hint })), ...notes].flatMap(
      ({ reason, hint })         => [
        { tone: 'plain', text: '' },
        { tone: 'warn', text: `    ! ${visible(reason)}` },
        { tone: 'plain', text: `      → ${visible(hint)}` },
      ],
    ),
    ...inapplicable(result),
  ]
}

const inapplicable = ({ degradations }                )         => {
  const left = degradations.filter(one => one.inapplicable !== undefined);
  return left.length === 0
    ? []
    : [
        { tone: 'plain', text: '' },
        { tone: 'muted', text: `    ${counted(left.length, 'degradation')} not tried:` },
        ...left.map(
          ({ title, inapplicable = '' })       => ({ tone: 'muted', text: `      ${title}: ${visible(inapplicable)}` }),
        ),
      ]
};

/** Rows with their cells under each other. */
function columns(rows                                                                       )         {
  const widths = (rows[0]?.cells ?? []).map((_, i) => Math.max(...rows.map(({ cells }) => (cells[i] ?? '').length)));
  return rows.map(({ tone, cells }) => ({
    tone,
    text: visible(`    ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  ')}`).trimEnd(),
  }))
}

const inputs = inputsOf('model-certify');
const flags = [...inputs.map(inputFlag), ...COMMON_FLAGS];

const selftest             = {
  name: 'selftest',
  summary:
    'Degrade the predictions in known ways and show which of it the claims catch, and the smallest loss they can tell',
  synopsis: '[the flags of model-certify]',
  examples: ['proofmark selftest --config proofmark.yml'],
  flags,
  async run(args) {
    const given = parseFlags(args, flags);
    const last = (flag        ) => given.values.get(flag)?.at(-1);
    const place = locate(process.cwd(), last('config'));
    const [quiet, json] = [given.values.has('quiet'), given.values.has('json')];
    const log = terminalLog(process.stderr, { quiet: quiet || json });
    const ports = compose(place.root, log, {});
    const settings = readSettings({
      command: 'model-certify',
      ...(place.config === undefined
        ? {}
        : { file: { name: place.config, text: await ports.files.readText(place.config) } }),
      inputs: inputValues(inputs, given),
      nameInput: input => `--${input.flag ?? input.name}`,
      rebase: place.rebase,
    });
    const result = await selftest$1(settings, ports, place.out(last('out')));
    log.done();
    if (json) process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
    else printLines(process.stdout, quiet ? selftestLines(result).slice(0, 1) : selftestLines(result));
    return exitCode(result.verdict, [])
  },
};

export { selftest };
