import { G as GATES } from './evidence.js';
import { a as isByGate, d as clauseOf, c as frameworkOf } from './read-settings.js';
import { t as topicOf } from './topic-of.js';
import { i as isReadable, d as documentName } from './evidence-document.js';
import { v as verdictOf } from './verdict.js';

/** Links that one support carries; more are counted. */
const LINKS = 5;

/** What was found of one support, and when what it rests on was made. */
                                             
                                
 

/** What evidence and record hold of one support. */
function findSupport(
  support         ,
  documents                             ,
  entries                        ,
)        {
  return isByGate(support) ? inEvidence(support, documents) : inRecord(support, entries)
}

                                                 
                                                   

function inEvidence({ gate, checks: topics, shows }        , documents                             )        {
  const nothing = (told        )        => ({ shows, from: gate, found: 'absent', told, links: [], count: 0, at: [] });
  const document = documents.find(one => one.gate === gate);
  if (!document) return nothing('no evidence was found')
  if (!isReadable(document)) return nothing(`${documentName(document)} cannot be read: ${document.unreadable}`)
  const { evidence, sha256 } = document;
  const asked = evidence.checks.flatMap((check, index) =>
    topics === undefined || topics.includes(topicOf(gate, check.id)) ? [{ check, index }] : [],
  );
  if (asked.length === 0) return nothing(`asked nothing about ${topics?.join(', ') ?? 'it'}`)
  const statuses = asked.map(({ check }) => check.status);
  const found = FOUND[verdictOf(statuses)];
  const links = asked
    .toSorted((a, b) => RANK[a.check.status] - RANK[b.check.status])
    .slice(0, LINKS)
    .map(
      ({ check, index })               => ({
        file: documentName(document),
        pointer: `/checks/${index}`,
        name: check.id,
        status: check.status,
        sha256,
      }),
    );
  const at = [evidence.run.finishedAt];
  return { shows, from: gate, found, told: tallied(statuses), links, count: asked.length, at }
}

function inRecord({ entry, shows }         , entries                        )        {
  const own = entries.filter(({ kind }) => kind === entry);
  const counting = own.filter(({ counts }) => counts);
  const shown = counting.length > 0 ? counting : own;
  const links = shown
    .slice(-LINKS)
    .toReversed()
    .map(
      ({ file, text, counts, sha256 })               => ({
        file,
        pointer: '',
        name: text,
        status: counts ? 'counts' : 'no longer counts',
        ...(sha256 === undefined ? {} : { sha256 }),
      }),
    );
  const found = counting.length > 0 ? 'holds' : own.length > 0 ? 'fails' : 'absent';
  const told = {
    holds: counted(counting.length, entry),
    fails: `${counted(own.length, entry)}, none of which still counts`,
    absent: `no ${NAME[entry]} was found`,
  }[found];
  // The newest is what counts: older ones are history.
  const newest = shown
    .map(({ at }) => at)
    .toSorted()
    .at(-1);
  return { shows, from: entry, found, told, links, count: own.length, at: newest === undefined ? [] : [newest] }
}

const FOUND = { passed: 'holds', failed: 'fails', inconclusive: 'undecided' };         

const RANK                                  = { fail: 0, inconclusive: 1, warn: 2, pass: 3 };

const NAME                                      = {
  decision: 'certificate or refusal',
  certificate: 'certificate',
  approval: 'approval',
  waiver: 'waiver',
  promotion: 'promotion',
  review: 'review',
  log: 'log',
  'model-card': 'model card',
  'bill-of-materials': 'bill of materials',
};

const PLURAL                       = {
  decision: 'certificates or refusals',
  'bill-of-materials': 'bills of materials',
};

const counted = (n        , entry                     ) =>
  `${n} ${n === 1 ? NAME[entry] : (PLURAL[entry] ?? `${NAME[entry]}s`)}`;

function tallied(statuses                            )         {
  const tally = (['fail', 'inconclusive', 'warn', 'pass']         )
    .map(status => ({ status, n: statuses.filter(each => each === status).length }))
    .filter(({ n }) => n > 0)
    .map(({ status, n }) => `${n} ${status}`);
  return `${statuses.length} ${statuses.length === 1 ? 'check' : 'checks'}: ${tally.join(', ')}`
}

/** Days after which evidence is too old, where neither control nor settings say. */
const FRESH_DAYS = 90;

/** What controls are held against. */
                           
                                                 
                                                                       
                                           
                                            
                   
                             
                                                                                
                                                    
 

/**
 * How far evidence goes for each control of a catalogue. It says nothing of whether an organisation fulfils a control: that is for
 * people to judge, who find here what there is to judge by.
 */
function assessControls(catalogue                    , assessed          )                  {
  return catalogue.map(control => assess(control, assessed))
}

function assess(
  control         ,
  { documents, entries = [], at, freshDays = FRESH_DAYS, owners }          ,
)                {
  const found = control.support.map(support => findSupport(support, documents, entries));
  const freshness = freshnessOf(found, at, control['fresh-days'] ?? freshDays);
  const { status, reason } = judge(control, found, freshness);
  return {
    control,
    framework: frameworkOf(control),
    clause: clauseOf(control),
    status,
    reason,
    owner: owners?.[control.id] ?? control.owner,
    ...(freshness ? { freshness } : {}),
    support: found.map(({ at: _, ...support }) => support),
  }
}

function judge(
  { reach }         ,
  found                  ,
  freshness                       ,
)                                       {
  const told = (which                ) => found.filter(each => each.found === which);
  const list = (some                  ) =>
    [...new Set(some.map(({ from, told: what }) => (isGate(from) ? `${from}: ${what}` : what)))].join('; ');
  const [against, holding] = [told('fails'), told('holds')];
  const missing = [...told('undecided'), ...told('absent')];
  if (against.length > 0)
    return { status: 'not supported', reason: `What was found speaks against it (${list(against)})` }
  if (holding.length === 0) return { status: 'not evaluable', reason: `Nothing decides it (${list(missing)})` }
  if (missing.length > 0)
    return { status: 'partial', reason: `Some of what could support it is missing (${list(missing)})` }
  if (freshness?.stale)
    return { status: 'partial', reason: `What supports it is ${freshness.days} days old, more than ${freshness.limit}` }
  if (reach === 'part')
    return { status: 'partial', reason: `What a machine can show of it is there (${list(holding)})` }
  return { status: 'supported', reason: `All that the catalogue asks for is there (${list(holding)})` }
}

const isGate = (from        ) => GATES.some(gate => gate === from);

const DAY_MS = 86_400_000;

function freshnessOf(found                  , now      , limit        )                        {
  const [oldest] = found.flatMap(({ at }) => at).toSorted((one, other) => Date.parse(one) - Date.parse(other));
  if (oldest === undefined) return undefined
  const days = Math.max(0, Math.floor((now.getTime() - Date.parse(oldest)) / DAY_MS));
  return { oldest, days, limit, stale: days > limit }
}

export { assessControls as a };
