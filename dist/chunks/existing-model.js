import { e as evidenceFile, G as GATES } from './evidence.js';
import { i as isReadable, d as documentName } from './evidence-document.js';
import { w as worstVerdict, v as verdictOf$1 } from './verdict.js';
import { s as subjectDifference } from './subject-difference.js';
import { c as counted, f as formatNumber, l as listed } from './format2.js';
import { g as grouped } from './grouped.js';
import { C as COMPARATOR_WORD, r as ruleTitle, a as requirementOf } from './rule-words.js';
import { w as waiverEnd } from './match-waiver.js';
import { r as ruleWaivers, f as findingWaivers } from './policy-waivers.js';
import { c as canonicalJson } from './canonical-json.js';
import { N as NAMESPACE } from './identifiers2.js';
import { U as UserError } from './user-error.js';
import { m as modelSubject } from './model-subject.js';

/** A rule's outcome with its waiver: waived where one is in force, else with what keeps those there are from holding. A rule that holds stays as it is. */
function applyWaiver(outcome             , waivers                         )              {
  const { status } = outcome;
  const own = waivers.filter(({ waiver }) => waiver.rule === outcome.rule);
  if (status === 'passed' || status === 'waived' || own.length === 0) return outcome
  const held = longest(own);
  if (!held) return { ...outcome, reason: [outcome.reason, ...own.map(toldRefused)].join('; ') }
  return { ...outcome, status: 'waived', unwaived: status, waivers: [held.waiver] }
}

/** Of those in force, the one that holds longest. */
const longest = (waivers                         )                           =>
  waivers
    .filter(({ refused }) => refused === undefined)
    .toSorted((a, b) => (a.waiver.expires < b.waiver.expires ? 1 : -1))[0];

const toldRefused = ({ waiver, refused }              )         => `the waiver of ${waiver.rule} ${refused}`;

/** Until it is known who has approved, a policy that asks for approvals is not met. */
function awaitedApprovals(policy        , waived         )                {
  const approver = waived ? policy['waiver-limits']?.approver : undefined;
  const roles = [...(policy.approvals ?? []).map(({ role }) => role), ...(approver === undefined ? [] : [approver])];
  if (roles.length === 0) return []
  return [
    {
      rule: 'approvals',
      title: 'Those whom the policy asks have approved',
      status: 'inconclusive',
      reason: `Expected approvals by ${[...new Set(roles)].join(', ')} but nobody was asked here`,
      hint: 'Decide where reviews and approvals can be read',
    },
  ]
}

/** One gate's rule: its evidence is there, says what its own checks say, is about exactly these model files, and passed, but for checks that are waived. */
function gateRule(
  gate          ,
  document                              ,
  subject                    ,
  waivers                          = [],
)              {
  const title = `${gate} has to pass on this model`;
  const checks = document && isReadable(document) ? document.evidence.checks : [];
  const applied = waiversOf(gate, checks, waivers);
  const faults = faultsOf(gate, document, subject, applied, waivers);
  if (faults.length > 0)
    return {
      rule: gate,
      title,
      status: worstVerdict(faults.map(fault => fault.status)),
      reason: faults.map(fault => fault.reason).join('; '),
      hint: [...new Set(faults.map(fault => fault.hint))].join('. '),
    }
  const warned = checks.filter(check => check.status === 'warn').length;
  const reason = `${count(checks.length - applied.size)} met the requirements${warned > 0 ? `, ${warned} of them with a warning` : ''}`;
  if (applied.size === 0) return { rule: gate, title, status: 'passed', reason }
  const told = [...applied].map(([{ id, reason }]) => `${id}: ${reason}`);
  return {
    rule: gate,
    title,
    status: 'waived',
    unwaived: verdictOf$1(checks.map(check => check.status)),
    reason: `${reason}; ${count(applied.size)} did not (${told.join('; ')})`,
    waivers: [...applied.values()],
  }
}

/** Checks that did not pass, with the waivers that are in force for them. */
function waiversOf(
  gate          ,
  checks                  ,
  waivers                         ,
)                                 {
  const found = checks.flatMap(check => {
    if (!isOpen(check)) return []
    const held = longest(waivers.filter(({ waiver }) => waiver.rule === `${gate}/${check.id}`));
    return held ? [[check, held.waiver]         ] : []
  });
  return new Map(found)
}

function faultsOf(
  gate          ,
  document                              ,
  subject                    ,
  applied                                ,
  waivers                         ,
)          {
  const file = evidenceFile(gate);
  const rerun = `Run ${gate} again, with the same model files, into the folder audit-record reads`;
  if (!document)
    return [
      { status: 'inconclusive', reason: `Expected ${file}, which the policy requires, but found none`, hint: rerun },
    ]
  if (!isReadable(document))
    return [
      {
        status: 'inconclusive',
        reason: `Expected ${file} to be evidence of ${gate} but ${document.unreadable}`,
        hint: rerun,
      },
    ]
  const { verdict, checks, subject: judged } = document.evidence;
  const faults          = [];
  const recomputed = verdictOf$1(checks.map(check => check.status));
  if (recomputed !== verdict)
    faults.push({
      status: 'failed',
      reason: `Expected the verdict of ${file} to follow from its checks, which make it ${recomputed}, but found ${verdict}`,
      hint: `Find out who changed the file after ${gate} wrote it`,
    });
  if (judged.length === 0)
    faults.push({
      status: 'inconclusive',
      reason: `Expected ${file} to be about the model but it names no model file`,
      hint: `Give ${gate} the same 'model' as audit-record`,
    });
  else {
    const difference = subjectDifference(judged, subject);
    if (difference !== undefined)
      faults.push({
        status: 'failed',
        reason: `Expected ${file} to be about the model's files as they are, but ${difference}`,
        hint: rerun,
      });
  }
  const standing = verdictOf$1(checks.map(check => (applied.has(check) ? 'warn' : check.status)));
  if (standing !== 'passed') {
    const open = checks.filter(check => !applied.has(check));
    const refused = open
      .filter(isOpen)
      .flatMap(({ id }) => waivers.filter(({ waiver }) => waiver.rule === `${gate}/${id}`));
    faults.push({
      status: standing,
      reason: [
        `Expected ${gate} to have passed but it ${standing === 'failed' ? 'failed' : 'was inconclusive'}: ${because(open, standing)}`,
        ...refused.map(toldRefused),
      ].join('; '),
      hint: `See the checks in ${file}`,
    });
  }
  return faults
}

const isOpen = ({ status }       ) => status === 'fail' || status === 'inconclusive';

function because(checks                  , verdict         )         {
  const status = verdict === 'failed' ? 'fail' : 'inconclusive';
  const ids = checks.filter(check => check.status === status).map(check => check.id);
  if (ids.length === 0) return 'nothing was checked'
  const shown = ids.slice(0, 3).join(', ');
  return `${ids.length} of ${count(checks.length)} (${shown}${ids.length > 3 ? ', …' : ''})`
}

const count = (checks        ) => (checks === 1 ? '1 check' : `${checks} checks`);

const DAY_MS$2 = 86_400_000;

/** Why no rule can be decided by a gate's evidence: there is none, it says nothing, or it is from another time. */
function evidenceFault(
  gate          ,
  document                              ,
  maxAgeDays                    ,
  at      ,
)                     {
  const file = evidenceFile(gate);
  if (!document) return `Expected ${file} but found none`
  if (!isReadable(document)) return `Expected ${file} to be evidence of ${gate} but ${document.unreadable}`
  if (maxAgeDays === undefined) return undefined
  const finished = document.evidence.run.finishedAt;
  const age = at.getTime() - Date.parse(finished);
  if (age < -3e5) return `Expected ${gate} to have finished before now but it says ${finished}`
  return age <= maxAgeDays * DAY_MS$2
    ? undefined
    : `Expected ${gate} to have finished in the last ${counted(maxAgeDays, 'day')} but it did on ${finished}`
}

/** How messages name what a fact is about: `auc.at-least-0.8`, `auc on region = north`, `psi of income`. */
function factName({ check, metric = '', slice, feature }      )         {
  if (check !== undefined) return check
  if (slice !== undefined) return `${metric} on ${slice}`
  return feature === undefined ? metric : `${metric} of ${feature}`
}

/** The checks of a gate: how each stands, and what it has measured. */
function checkFacts({ gate, checks }          )         {
  return checks.map(({ id, status, measured }) => ({
    gate,
    check: id,
    status,
    ...(measured && {
      value: measured.value,
      ...(measured.interval && { interval: measured.interval }),
      ...(measured.level !== undefined && { level: measured.level }),
      ...(measured.n !== undefined && { n: measured.n }),
    }),
  }))
}

/** How columns have drifted, by method: the one that decides on the distribution, missing and new values, and what is reported beside them. */
function driftFacts({ columns, rows, level }             )         {
  const n = Math.min(rows.reference, rows.current);
  return columns.flatMap(row => {
    const found = new Map([...reported(row), ...decided(row, level)]);
    const kept = [...found].map(([metric, value]) => ({ metric, ...value }));
    return [...kept, ...(row.method === undefined ? [{ value: null }] : [])].map(fact => ({
      gate: 'drift-compare'         ,
      feature: row.column,
      n,
      ...fact,
    }))
  })
}

                                                       

const reported = (row     )                    => Object.entries(row.reported).map(([id, value]) => [id, { value }]);

function decided({ method, effect, interval, missing, unseen, tool }     , level        )                    {
  return [
    ...(tool?.score === undefined ? [] : [[tool.method, { value: tool.score }]                          ]),
    ...named(method, { effect, interval }, level),
    ...named('missing-share', missing, level),
    ...named('unseen-categories', { effect: unseen?.share, interval: undefined }, level),
  ]
}

function named(
  id                    ,
  { effect, interval }                                                                                   ,
  level        ,
)                    {
  if (id === undefined || effect === undefined) return []
  return [[id, { value: effect, ...(interval && { interval, level }) }]]
}

/** The metrics of a model, over all rows and by slice; not how much better it is than another. */
function modelFacts({ metrics, slices = [] }             )         {
  return [
    ...metrics.map(row => ({ gate: 'model-certify'         , metric: row.id, ...figures(row) })),
    ...slices
      .filter(({ gain }) => gain === undefined)
      .map(row => ({
        gate: 'model-certify'         ,
        metric: row.metric,
        slice: row.slice,
        ...(row.by !== undefined && { by: row.by }),
        ...(row.few && { few: row.few }),
        ...figures(row),
      })),
  ]
}

                                                                                     

const figures = ({ value, interval, level, n }     ) => ({
  value,
  ...(interval && { interval }),
  ...(level !== undefined && { level }),
  n,
});

/** Everything that rules can be about, of a gate's evidence. */
function factsOf(evidence          )         {
  const checks = checkFacts(evidence);
  if (evidence.result === null) return checks
  if (evidence.gate === 'model-certify') return [...checks, ...modelFacts(evidence.result)]
  return evidence.gate === 'drift-compare' ? [...checks, ...driftFacts(evidence.result)] : checks
}

/** The facts that a rule is about, and what it names and the evidence does not have. */
                           
                                 
                                                                                     
                                    
 

/** Names are compared as a whole. A rule that selects nothing has something absent. */
function selectFacts(rule            , all                 )           {
  const { check, metric, slice, by, feature } = rule;
  if (check !== undefined)
    return orAbsent(
      all.filter(fact => fact.check === check),
      `check ${check}`,
    )
  const measured = all.filter(fact => fact.metric === metric);
  if (feature === '*') return ofEveryColumn(metric ?? '', measured, all)
  if (feature !== undefined)
    return orAbsent(
      measured.filter(fact => fact.feature === feature),
      `${metric} of ${feature}`,
    )
  if (slice === undefined)
    return orAbsent(
      measured.filter(fact => fact.slice === undefined && fact.feature === undefined),
      String(metric),
    )
  const wanted = measured.filter(
    fact => fact.slice !== undefined && (slice === '*' || fact.slice === slice) && (by === undefined || fact.by === by),
  );
  const made = by === undefined ? '' : ` by ${by}`;
  return orAbsent(wanted, slice === '*' ? `${metric} on any slice${made}` : `${metric} on ${slice}${made}`)
}

/** Every column that was compared must have it: else a column could leave the rule by being compared otherwise. */
function ofEveryColumn(metric        , measured                 , all                 )           {
  const columns = [...new Set(all.flatMap(({ feature }) => feature ?? []))];
  if (columns.length === 0) return { facts: [], absent: [`${metric} of any column`] }
  const having = new Set(measured.map(({ feature }) => feature));
  return { facts: measured, absent: columns.filter(each => !having.has(each)).map(each => `${metric} of ${each}`) }
}

const orAbsent = (facts                 , name        )           => ({ facts, absent: facts.length > 0 ? [] : [name] });

/** What a value must be besides beyond its threshold. */
                        
                                      
                                       
 

/** Holds one value against what a rule requires. What is no number, rests on too little or has no interval is never passed. */
function judgeFact(fact      , { comparator, value: limit, bound }             , basis       )            {
  const { value, interval, level, n } = fact;
  const { minRows, minLevel } = basis;
  if (typeof value !== 'number' || !Number.isFinite(value))
    return unknown(value === undefined ? 'has no value' : `is ${String(value)}, which is no number`)
  const found = told$1(fact, value, limit);
  if (minRows !== undefined && (n === undefined || n < minRows))
    return unknown(
      `rests on ${n === undefined ? 'an unknown number of rows' : `${grouped(n)} rows`}, of at least ${grouped(minRows)}`,
      'Judge the model on more rows',
    )
  if (fact.few)
    return unknown(`${found} rests on too few rows to decide anything`, 'Judge the model on more rows of the slice')
  const holds = (end        ) => HOLDS[comparator](end, limit);
  if (bound === 'point') return { status: holds(value) ? 'passed' : 'failed', found }
  if (!interval)
    return unknown(
      `${found} has no interval`,
      "Have the owner of the policy say 'bound: point' where the value is exact",
    )
  const [lower, upper] = interval;
  if (!(lower <= upper)) return unknown(`has an interval that is none: [${lower}, ${upper}]`)
  if (minLevel !== undefined && !(level !== undefined && level >= minLevel))
    return unknown(`has an interval of level ${level ?? 'unknown'}, of at least ${minLevel}`)
  const [end, other] = bound === 'lower' ? [lower, upper] : [upper, lower];
  if (holds(end)) return { status: 'passed', found }
  return holds(other)
    ? { status: 'inconclusive', found, hint: 'Judge the model on more rows: the interval contains the limit' }
    : { status: 'failed', found }
}

const HOLDS                                                                               = {
  '>=': (value, limit) => value >= limit,
  '>': (value, limit) => value > limit,
  '<=': (value, limit) => value <= limit,
  '<': (value, limit) => value < limit,
};

function told$1({ interval, n }      , value        , limit        )         {
  const ends = interval ? ` [${interval.map(end => formatNumber(end, limit)).join(', ')}]` : '';
  return `${formatNumber(value, limit)}${ends}${n === undefined ? '' : ` (${grouped(n)} rows)`}`
}

const unknown = (found        , hint         )            => ({
  status: 'inconclusive',
  found,
  ...(hint === undefined ? {} : { hint }),
});

/** How one value, or one check, answers a rule. */
                                           
                     
                     
 

/** The answers, of which the worst, and then those nearest to the limit, come first, as one sentence. */
function tellAnswers(answers                   , requirement                         )         {
  const open = answers.filter(({ status }) => status !== 'passed');
  const [only] = answers;
  if (open.length === 0) {
    if (answers.length === 1 && only) return told(only)
    return `All ${answers.length} hold${requirement && only ? `, the nearest to the limit: ${told(only)}` : ''}`
  }
  const expected = requirement ? `to be ${limitOf(requirement)}` : 'to have passed';
  if (answers.length === 1 && only) return `Expected ${only.of} ${expected} but ${found(only)}`
  return `Expected each of ${answers.length} ${expected} but ${listed(open.map(told), 4)}`
}

const told = (answer        ) => `${answer.of} ${answer.found}`;

/** `found 0.76 [0.74, 0.79]`, `it failed`. */
const found = ({ found }        ) => (/^[-\d]/.test(found) ? `found ${found}` : `it ${found}`);

const BOUND_WORD = { lower: ' by the lower end of its interval', upper: ' by the upper end of its interval', point: '' };

const limitOf = ({ comparator, value, bound }             ) =>
  `${COMPARATOR_WORD[comparator]} ${value}${BOUND_WORD[bound]}`;

/** Values that an outcome lists. */
const LISTED = 20;
const WORST                     = ['failed', 'inconclusive', 'passed'];

/** Decides one rule of the policy by the evidence of its gate. Deny by default: what is missing, stale, no number or unreadable never passes. */
function judgeRule(rule            , document                              , at      )              {
  const { id, gate } = rule;
  const head = { rule: id, title: ruleTitle(rule) };
  const rerun = `Run ${gate} again, with the same model files, into the folder audit-record reads`;
  const fault = evidenceFault(gate, document, rule['max-age-days'], at);
  if (fault !== undefined || !document || !isReadable(document))
    return { ...head, status: 'inconclusive', reason: fault ?? `Expected evidence of ${gate}`, hint: rerun }
  const { evidence } = document;
  if (rule.check === undefined && rule.metric === undefined) {
    const status = verdictOf$1(evidence.checks.map(check => check.status));
    const reason = `${counted(evidence.checks.length, 'check')}, finished on ${evidence.run.finishedAt.slice(0, 16).replace('T', ' ')} UTC`;
    return {
      ...head,
      status,
      reason:
        status === 'passed'
          ? reason
          : `Expected ${gate} to have passed but it ${status === 'failed' ? 'failed' : 'was inconclusive'}`,
    }
  }
  const { facts, absent } = selectFacts(rule, factsOf(evidence));
  const requirement = requirementOf(rule);
  const answers = facts
    .map(fact => (requirement ? measuredAnswer(rule, requirement, fact) : checkAnswer(rule, fact)))
    .toSorted(
      (a, b) => WORST.indexOf(a.status) - WORST.indexOf(b.status) || slack(a, requirement) - slack(b, requirement),
    );
  const statuses = [...answers.map(({ status }) => status), ...absent.map(() => 'inconclusive'         )];
  const status = worstVerdict(statuses);
  const hint =
    answers.find(answer => answer.hint !== undefined)?.hint ??
    (absent.length > 0 ? HINT_ABSENT : status === 'failed' ? HINT_FAILED : undefined);
  return {
    ...head,
    status,
    reason: [
      ...(answers.length > 0 ? [tellAnswers(answers, requirement)] : []),
      ...(absent.length > 0 ? [`Expected it in the evidence of ${gate} but found no ${listed(absent, 4)}`] : []),
    ].join('; '),
    ...(hint === undefined ? {} : { hint }),
    ...(requirement ? { required: requirement, measured: answers.slice(0, LISTED).map(measureOf) } : {}),
  }
}

const HINT_FAILED =
  'Improve the model; where it may stand as it is, the owner of the policy can waive the rule for this model';

const HINT_ABSENT =
  'Have the gate measure it, or have the owner of the policy mend the rule: names are compared as a whole';

/** How far a value is on the right side of the limit, by the end of the interval that is compared. */
function slack({ fact: { value, interval } }        , requirement                         )         {
  if (!requirement || typeof value !== 'number') return 0
  const { comparator, value: limit, bound } = requirement;
  const end = bound === 'point' || !interval ? value : interval[bound === 'lower' ? 0 : 1];
  return comparator.startsWith('>') ? end - limit : limit - end
}

function measuredAnswer(rule            , requirement             , fact      )         {
  return {
    of: factName(fact),
    fact,
    ...judgeFact(fact, requirement, { minRows: rule['min-rows'], minLevel: rule['min-level'] }),
  }
}

function checkAnswer(rule            , fact      )         {
  const minRows = rule['min-rows'];
  const { status: answer, n } = fact;
  const status = verdictOf$1(answer === undefined ? [] : [answer]);
  const few = minRows !== undefined && !(n !== undefined && n >= minRows);
  if (few && status === 'passed')
    return {
      of: factName(fact),
      fact,
      status: 'inconclusive',
      found: `rests on ${n === undefined ? 'an unknown number of' : grouped(n)} rows, of at least ${grouped(minRows)}`,
    }
  const word = { passed: 'passed', failed: 'failed', inconclusive: 'was inconclusive' }[status];
  return { of: factName(fact), fact, status, found: answer === 'warn' ? `${word} with a warning` : word }
}

function measureOf({ of, status, fact: { value, interval, level, n } }        ) {
  return {
    of,
    status,
    value: value ?? null,
    ...(interval && { interval: [...interval]                     }),
    ...(level !== undefined && { level }),
    ...(n !== undefined && { n }),
  }
}

/** Whether the policy forbids to waive a rule, or a check (`gate/check`), by its name or by its gate's. */
const isForbidden = (name        , forbid                   )          =>
  forbid.some(each => each === name || (name.startsWith(`${each}/`) && !each.includes('/')));

const DAY_MS$1 = 86_400_000;

/** A waiver of this model's, and why it is refused where it is. */
                               
                             
                                                              
                           
 

/** The waivers of the policy for one model, each in force or refused. Those of other models are passed over: they change nothing here. */
function judgeWaivers(policy        , modelId        , at      )                 {
  return ruleWaivers(policy)
    .filter(({ model }) => model === `sha256:${modelId}`)
    .map(waiver => {
      const refused = whyRefused(waiver, policy, at);
      return { waiver, ...(refused === undefined ? {} : { refused }) }
    })
}

function whyRefused(waiver            , policy        , at      )                     {
  const { rule, from, expires } = waiver;
  const { 'max-days': maxDays, forbid = [] } = policy['waiver-limits'] ?? {};
  const end = waiverEnd(waiver).getTime();
  const start = from === undefined ? undefined : Date.parse(`${from}T00:00:00Z`);
  if (isForbidden(rule, forbid)) return 'is refused: the policy forbids it'
  if (at.getTime() >= end) return `expired on ${expires}`
  if (start !== undefined && at.getTime() < start) return `holds from ${from} only`
  if (maxDays === undefined) return undefined
  if (start === undefined)
    return `is refused: it names no first day ('from'), and the policy lets a waiver hold ${counted(maxDays, 'day')}`
  const days = (end - start) / DAY_MS$1;
  return days <= maxDays
    ? undefined
    : `is refused: it holds ${counted(days, 'day')}, and the policy lets a waiver hold ${counted(maxDays, 'day')}`
}

/** No file had different bytes for two gates, or for a gate and the model as it is now: else they judged different things under one name. */
function materialsRule(documents                             , subject                    )              {
  const title = 'Every gate read the same files';
  const seen = new Map(subject.map(file => [file.name, { sha256: file.digest.sha256, by: 'the model' }]));
  const conflicts           = [];
  for (const { gate, evidence } of documents.filter(isReadable))
    for (const { name, digest } of evidence.materials) {
      const before = seen.get(name);
      if (!before) seen.set(name, { sha256: digest.sha256, by: gate });
      else if (before.sha256 !== digest.sha256)
        conflicts.push(`${name} had other bytes for ${gate} than for ${before.by}`);
    }
  if (conflicts.length > 0)
    return {
      rule: 'materials',
      title,
      status: 'failed',
      reason: `Expected one content per file but found ${conflicts.join('; ')}`,
      hint: `Run ${GATES.join(', ')} on one checkout, then audit-record`,
    }
  return {
    rule: 'materials',
    title,
    status: 'passed',
    reason: `${seen.size === 1 ? '1 file' : `${seen.size} files`}, each with one digest`,
  }
}

/** What keeps a policy from being met by nothing: no gate's evidence at all, or a policy that only says where the policy is. */
function nothingChecked(policy        , gates                        )                {
  const outcomes                = [];
  if (policy.from !== undefined)
    outcomes.push({
      rule: 'policy',
      title: 'The policy was read',
      status: 'inconclusive',
      reason: "Expected the policy itself but found only where it is kept ('from')",
      hint: 'Give the policy as a file: --policy FILE',
    });
  if (gates.length === 0)
    outcomes.push({
      rule: 'evidence',
      title: 'Something was checked',
      status: 'inconclusive',
      reason: 'Expected evidence of at least one gate but found none',
      hint: 'Run the gates into the folder audit-record reads',
    });
  return outcomes
}

/** The worst of the rules; a waived one lets pass, and of no rule it is inconclusive. */
const verdictOfRules = (rules                        )          =>
  worstVerdict(rules.map(({ status }) => (status === 'waived' ? 'passed' : status)));

/** What became of those waivers for this model that were not applied, where no rule tells it: refused, or not needed. */
function waiverNotes(waivers                         , rules                        )           {
  const applied = new Set(rules.flatMap(rule => rule.waivers ?? []));
  return waivers
    .filter(({ waiver }) => !applied.has(waiver))
    .filter(each => each.refused === undefined || !rules.some(({ reason }) => reason.includes(toldRefused(each))))
    .map(each =>
      each.refused === undefined
        ? `The waiver of ${each.waiver.rule} excepts nothing: what it is for holds, or another waiver excepts it`
        : `T${toldRefused(each).slice(1)}`,
    )
}

const DAY_MS = 86_400_000;

/** Every waiver that the evidence applied is one of this policy's, still holds, and is one that the policy allows; none where no waiver was applied. */
function waiversRule(documents                             , policy        , at      )                          {
  const applied = appliedWaivers(documents);
  if (applied.length === 0) return undefined
  const known = new Set(findingWaivers(policy).map(canonicalJson));
  const { 'max-days': maxDays, forbid = [] } = policy['waiver-limits'] ?? {};
  const faults = applied.flatMap(waiver => {
    if (!known.has(canonicalJson(waiver))) return [`${waiver.name} was waived and the policy has no such waiver`]
    if (forbid.includes(waiver.rule))
      return [`${waiver.name} was waived and the policy forbids waivers of ${waiver.rule}`]
    const left = (waiverEnd(waiver).getTime() - at.getTime()) / DAY_MS;
    if (left <= 0) return [`the waiver of ${waiver.name} expired on ${waiver.expires}`]
    return maxDays === undefined || left <= maxDays
      ? []
      : [`the waiver of ${waiver.name} holds longer than ${counted(maxDays, 'day')} from now`]
  });
  faults.push(...forbiddenBelow(documents, policy, forbid));
  const title = 'Every waiver that was applied is in the policy and in force';
  if (faults.length > 0)
    return {
      rule: 'waivers',
      title,
      status: 'failed',
      reason: `Expected waivers of this policy, in force, but ${[...new Set(faults)].join('; ')}`,
      hint: 'Run the gate again with the policy as it is',
    }
  const names = applied.map(({ name, owner, expires }) => `${name} until ${expires} (by ${owner})`);
  return { rule: 'waivers', title, status: 'passed', reason: `Waived: ${names.join(', ')}` }
}

/** Waived findings under a rule, a gate or a check that must not be waived: a part of it must not be, either. */
function forbiddenBelow(documents                             , policy        , forbid                   )           {
  const names = forbid.map(name => {
    const rule = policy.rules?.find(({ id }) => id === name);
    return { name, below: rule ? (rule.check === undefined ? rule.gate : `${rule.gate}/${rule.check}`) : name }
  });
  return documents
    .filter(isReadable)
    .flatMap(({ gate, evidence }) =>
      evidence.checks
        .filter(check => check.waivers?.length)
        .flatMap(({ id }) =>
          names
            .filter(({ below }) => isForbidden(`${gate}/${id}`, [below]))
            .map(({ name }) => `${id} was waived and the policy forbids to waive ${name}`),
        ),
    )
}

/** The waivers that the evidence applied, each once. */
function appliedWaivers(documents                             )           {
  const found = documents
    .filter(isReadable)
    .flatMap(({ evidence }) => evidence.checks.flatMap(each => each.waivers ?? []));
  return [...new Map(found.map(waiver => [canonicalJson(waiver), waiver])).values()]
}

/** Everything that a certification is decided by. */
                                
                                                 
                         
                                           
                          
                                      
                          
                                      
                   
 

/**
 * Decides a certification. Every gate the policy requires must have passed on exactly these model files, and every rule of the policy
 * must hold, but for what is waived. A gate that ran though the policy does not ask for it counts just the same: a known failure is
 * never left out. Who has approved is not known here: where the policy asks for approvals, `withApprovals` concludes.
 */
function decide(input               )           {
  const { documents, policy, subject, at } = input;
  const found = (gate          ) => documents.find(document => document.gate === gate);
  const waivers = judgeWaivers(policy, input.modelId, at);
  const gates = GATES.filter(gate => policy.require.includes(gate) || found(gate)).map(gate =>
    gateRule(gate, found(gate), subject, waivers),
  );
  const rules = (policy.rules ?? []).map(rule => applyWaiver(judgeRule(rule, found(rule.gate), at), waivers));
  const materials = documents.some(isReadable) ? [materialsRule(documents, subject)] : [];
  const findings = waiversRule(documents, policy, at);
  const applied = [...new Set([...gates, ...rules].flatMap(rule => rule.waivers ?? [])), ...appliedWaivers(documents)];
  const outcomes = [
    ...gates,
    ...rules,
    ...materials,
    ...(findings ? [findings] : []),
    ...nothingChecked(policy, gates),
    ...awaitedApprovals(policy, applied.length > 0),
  ];
  return {
    verdict: verdictOfRules(outcomes),
    rules: outcomes,
    waivers: applied,
    notes: [...notesOf(input), ...waiverNotes(waivers, outcomes)],
  }
}

function notesOf({ documents, version, commit }               )           {
  return documents
    .filter(isReadable)
    .flatMap(({ gate, evidence: { tool, run } }) => [
      ...(tool.version === version ? [] : [`${gate} ran with proofmark ${tool.version}; this is ${version}`]),
      ...(run.commit === undefined || commit === undefined || run.commit === commit
        ? []
        : [`${gate} ran on commit ${run.commit.slice(0, 10)}; this is ${commit.slice(0, 10)}`]),
    ])
}

const REASON                                                  = {
  passed: 'It holds; the evidence is confidential',
  waived: 'It does not hold, and is waived; the evidence is confidential',
  failed: 'It does not hold; the evidence is confidential',
  inconclusive: 'It cannot be decided; the evidence is confidential',
};

/**
 * How rules stand, for documents that anybody may read: of those that are about confidential evidence only that, and what the policy itself
 * says. Why, and what was measured, has names of columns, slices and files.
 */
function withoutConfidential(
  rules                        ,
  policy                       ,
  confidential                       ,
)                {
  const gates = new Map                  ([
    ...GATES.map(gate => [gate, gate]         ),
    ...(policy.rules ?? []).map(({ id, gate }) => [id, gate]         ),
  ]);
  return rules.map(outcome => {
    const gate = gates.get(outcome.rule);
    if (gate === undefined || !confidential.has(gate)) return outcome
    const { hint: _, measured: __, ...told } = outcome;
    return { ...told, reason: REASON[outcome.status] }
  })
}

/** What the document calls itself. */
const DECISION_SCHEMA = `${NAMESPACE}decision/v1`;         

/**
 * Everything that was decided on, and the decision, for another policy engine to decide again: the policy, the model, the evidence by
 * digest, and what it says in the words of rules; of confidential evidence its verdict alone. It is not signed: the certificate has the
 * digests of policy and evidence.
 */
function decisionDocument(
  input               ,
  { verdict, rules, notes }          ,
  confidential                        = new Set(),
)         {
  const { documents, policy, modelId, subject, commit, at } = input;
  const open = documents.filter(({ gate }) => !confidential.has(gate));
  return {
    schema: DECISION_SCHEMA,
    input: {
      at: at.toISOString(),
      model: `sha256:${modelId}`,
      subject,
      ...(commit === undefined ? {} : { commit }),
      policy,
      evidence: open.map(document => ({
        gate: document.gate,
        file: documentName(document),
        ...(document.sha256 === undefined ? {} : { sha256: document.sha256 }),
        ...(isReadable(document)
          ? {
              verdict: document.evidence.verdict,
              finishedAt: document.evidence.run.finishedAt,
              subject: document.evidence.subject,
            }
          : { unreadable: document.unreadable }),
      })),
      ...(confidential.size === 0
        ? {}
        : { confidential: documents.filter(each => confidential.has(each.gate)).map(verdictOf) }),
      facts: open.filter(isReadable).flatMap(({ evidence }) => factsOf(evidence)),
    },
    decision: { verdict, rules: withoutConfidential(rules, policy, confidential), notes },
  }
}

const verdictOf = (document                  ) => ({
  gate: document.gate,
  ...(isReadable(document) ? { verdict: document.evidence.verdict } : {}),
});

/** The model's files by digest. Refuses settings that name none, and a model that is not there. */
async function existingModel(settings          , out        , { files, log }       )                     {
  if (!settings.model.files)
    throw new UserError('settings.missing', "Expected 'model.files' to be set (the model) but found nothing", {
      hint: "Name the model's files under model.files in proofmark.yml, or as the input 'model'",
    })
  const subject = await modelSubject(settings, files, out, log);
  if (subject.length > 0) return subject
  throw new UserError(
    'record.no-model',
    `Expected files of the model in ${settings.model.files.join(', ')} but found none`,
    { hint: 'Build or fetch the model before audit-record' },
  )
}

export { decisionDocument as a, decide as d, existingModel as e, verdictOfRules as v, withoutConfidential as w };
