import { b as VERDICT_WORD, S as STATUS_ORDER, c as STATUS_PLURAL, t as table, V as VERDICT_SIGN, f as folded } from './words.js';
import { C as CHECK_RUN_PREFIX } from './evidence.js';
import { e as escapeText, c as code, v as visible } from './escape.js';

/** A number for people: four significant digits, thousands apart, a true minus sign. */
function formatNumber(value        )         {
  if (Number.isInteger(value)) return sign(grouped(value))
  const size = Math.abs(value);
  if (size >= 1000) return sign(grouped(Math.round(value)))
  if (size < 0.00005) return sign(value.toExponential(1))
  if (size < 0.01) return sign(value.toPrecision(2))
  return sign(size < 1 ? value.toFixed(4) : value.toPrecision(4))
}

/** A limit somebody set, as they would write it: `0.78`. */
const formatLimit = (value        )         =>
  Number.isInteger(value) ? formatNumber(value) : sign(String(Number(value.toPrecision(6))));

/** A share of one as a percentage. */
function formatShare(share        )         {
  const percent = share * 100;
  if (percent === 0 || percent === 100) return `${percent}\u202f%`
  return `${percent < 0.1 ? percent.toPrecision(1) : percent.toFixed(1)}\u202f%`
}

/** A p-value: three digits, or a bound where more would be noise. */
function formatP(p        )         {
  return p < 0.001
    ? `${p === 0 ? '0' : p.toExponential(0).replace('e-', '\u202f×\u202f10⁻').replace(/\d+$/, superscript)}`
    : p.toPrecision(2)
}

const formatInterval = ([low, high]                           )         =>
  `[${formatNumber(low)}, ${formatNumber(high)}]`;

/** Bytes in the unit that reads best. */
function formatBytes(bytes        )         {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const power = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  return `${power === 0 ? bytes : (bytes / 1000 ** power).toPrecision(3)} ${units[power]}`
}

/** `1 row`, `1 337 rows`. */
const count = (n        , noun        , plural = `${noun}s`)         =>
  `${formatNumber(n)} ${n === 1 ? noun : plural}`;

/** Not toLocaleString, which loads the languages of the world: a tenth of a cold start. */
const grouped = (whole        ) => String(whole).replace(/\B(?=(\d{3})+(?!\d))/g, '\u202f');
const sign = (text        ) => text.replace('-', '\u2212');
const superscript = (digits        ) => [...digits].map(digit => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('');

/** What was measured, for a table cell: `0.8225 [0.7980, 0.8469]`, `12 rows (0.3 %)`. */
function found({ measured }       )         {
  if (!measured) return ''
  const { value, unit, share, interval, adjustedPValue, pValue } = measured;
  const p = adjustedPValue ?? pValue;
  return [
    typeof value === 'number' ? withUnit(value, unit) : value === null ? 'nothing' : String(value),
    interval ? formatInterval(interval) : '',
    share === undefined || unit === 'percent' ? '' : `(${formatShare(share)})`,
    p === undefined ? '' : `p ${formatP(p)}`,
  ]
    .filter(part => part !== '')
    .join(' ')
}

/** What was asked for, for a table cell: `≥ 0.8000`. */
function wanted({ required }       )         {
  if (!required) return ''
  const { comparator, value, unit } = required;
  const sign = { '>=': '≥', '>': '>', '<=': '≤', '<': '<', '=': '=', '!=': '≠' }[comparator          ] ?? comparator;
  const text = Array.isArray(value)
    ? value
        .map(item => (typeof item === 'number' ? formatLimit(item) : item))
        .join(comparator === 'between' ? ' and ' : ', ')
    : typeof value === 'number'
      ? withUnit(value, unit, formatLimit)
      : String(value);
  return `${sign} ${text}`
}

/** `applications.csv:17 (id '1042', age '-3')`. */
function place(location          )         {
  const { file, line, note } = location;
  const detail = [...cellTexts(location), note].filter(part => part !== undefined).join(', ');
  return `${file}${line === undefined ? '' : `:${line}`}${detail === '' ? '' : ` (${detail})`}`
}

/** What is known of the cells of a place: its key, then the one that the check is about, then the others. */
function cellTexts({ column, value, key = [], cells = [] }          )           {
  const own = column !== undefined && value !== undefined ? `${column} ${quoted(value)}` : column;
  const isKey = key.some(part => part.column === column);
  return [
    ...key.map(keyText),
    ...(own === undefined || isKey ? [] : [own]),
    ...cells.map(part => `${part.column} ${quoted(part.value)}`),
  ]
}

/** `id '1042'`, or `id #f8c41c72cd76` where it is hashed. */
const keyText = (part         )         =>
  `${part.column} ${'hash' in part ? `#${part.hash}` : quoted(part.value)}`;

const SHOWN$1 = 40;
const quoted = (value        ) => `'${value.length > SHOWN$1 ? `${value.slice(0, SHOWN$1).toWellFormed()}…` : value}'`;

function withUnit(value        , unit                    , format = formatNumber)         {
  if (unit === undefined) return format(value)
  if (unit === 'percent') return `${format(value)}\u202f%`
  return unit === 'rows' ? count(value, 'row') : `${format(value)} ${unit}`
}

/** Every limit of GitHub's that a report must stay under, once. */
const LIMITS = {
  /** Characters of an issue or pull-request comment. */
  comment: 65_536,
  /** Characters of a check run's summary, and of its text. */
  checkRunText: 65_535,
  /** Characters of a check run's title we use: what the list of checks shows. */
  checkRunTitle: 120,
  /** Annotations we send at all: nobody reads the 201st. */
  annotations: 200,
  annotationTitle: 255,
  annotationMessage: 4_096,
  /** Bytes of the job summary one step may write. */
  stepSummary: 1_048_576,
  /** Characters of one gate's section, so that the sections of all gates fit in one comment together. */
  section: 11_000,
  /** Results of a SARIF run that are shown; 25 000 are taken. */
  sarifResults: 5_000,
  sarifRules: 25_000,
};

/** Joins blocks while they fit; says how many were left out. Whole blocks are dropped, so no table or fold is ever cut open. */
function withinLimit(heading        , blocks                   , limit        )         {
  const note = '\n\n_Part of this report was left out to stay under a limit; the evidence file has all of it._';
  let text = heading;
  let dropped = false;
  for (const block of blocks.filter(part => part !== '')) {
    const longer = text === '' ? block : `${text}\n\n${block}`;
    if (longer.length + note.length <= limit) text = longer;
    else dropped = true;
  }
  return dropped ? `${text}${note}` : text
}

/** The places that a check points at, but for the contract's rule where its hint has named that. */
function places({ locations = [], hint = '' }       )             {
  const words = hint.split(/[;,.]?\s+/);
  return locations.filter(({ file, line, note }) => note !== 'the rule' || !words.includes(`${file}:${line}`))
}

/** One line that says how a gate ended and what decided: `Failed: 2 failed, 1 undecided, 14 passed`. */
function verdictLine(evidence          )         {
  return `${VERDICT_WORD[evidence.verdict]}: ${tally(evidence.checks.map(check => check.status))}`
}

/** `2 failed, 14 passed`, worst first. */
function tally(statuses                   )         {
  const parts = STATUS_ORDER.map(status => ({ status, n: statuses.filter(other => other === status).length })).filter(
    ({ n }) => n > 0,
  );
  if (parts.length === 0) return 'nothing was checked'
  const [only] = parts;
  if (parts.length === 1 && only?.status === 'pass')
    return only.n === 1 ? 'the check passed' : `all ${count(only.n, 'check')} passed`
  return parts.map(({ status, n }) => `${n} ${STATUS_PLURAL[status]}`).join(', ')
}

/** Names of a kind that are told; the rest are counted. */
const NAMED = 5;

/** What is another than in the certificate before: the claims then and now, and which files are others. */
function changesSinceBlock({ version, at, isSameModel, claims, dropped, files }              )         {
  const title = `**Since the certificate of ${version === undefined ? '' : `${escapeText(version)}, `}${at.slice(0, 10)}**`;
  const rows = claims.map(({ title, before, now }) => [
    escapeText(title),
    told(before),
    told(now),
    difference(before, now),
  ]);
  const facts = [
    isSameModel ? 'the model is the same' : 'the model is another',
    ...named('changed', files.changed),
    ...named('new', files.added),
    ...named('read no more', files.gone),
    ...(dropped.length > 0 ? [`no longer claimed: ${listed(dropped.map(claim => escapeText(claim)))}`] : []),
  ];
  return [
    `${title}: ${facts.join('; ')}`,
    rows.length > 0 ? table(['Claim', 'Before', 'Now', 'Change'], rows, ['left', 'right', 'right', 'right']) : '',
  ]
    .filter(part => part !== '')
    .join('\n\n')
}

                                                  

const told = (value       )         =>
  typeof value === 'number' ? formatNumber(value) : value === null ? 'nothing' : escapeText(String(value));

function difference(before       , now       )         {
  if (typeof before !== 'number' || typeof now !== 'number') return before === now ? '' : 'another'
  const change = now - before;
  // What reads the same is the same: sums of decimals end in other last bits.
  if (formatNumber(before) === formatNumber(now)) return '='
  return `${change > 0 ? '+' : '−'}${formatNumber(Math.abs(change))}`
}

const named = (what        , names                   )           =>
  names.length === 0 ? [] : [`${what}: ${listed(names.map(name => code(name)))}`];

const listed = (names                   )         =>
  `${names.slice(0, NAMED).join(', ')}${names.length > NAMED ? ` and ${names.length - NAMED} more` : ''}`;

const RULE_SIGN                             = { ...VERDICT_SIGN, waived: '🔵' };
const RULE_WORD                             = { ...VERDICT_WORD, waived: 'Waived' };

/** Rules that are no policy's own, and go by their titles. */
const OURS                    = ['materials', 'waivers', 'approvals', 'evidence', 'policy'];

/** The id of a rule where its title does not begin with it; none of rules that no policy wrote. */
const ruleId = ({ rule, title }             )                     =>
  OURS.includes(rule) || title.startsWith(`${rule} `) ? undefined : rule;

/** The order in which people want to read. */
const RULE_ORDER                        = ['failed', 'inconclusive', 'waived', 'passed'];

/** How a rule stands, and why, in parts: `Waived until 2026-12-31 by @acme/risk`, ` because …`. */
function ruleText({ status, reason, hint, unwaived, waivers = [] }             )           {
  if (status === 'waived') {
    const [first, ...others] = waivers.map(waiver => {
      const asked = waiver['requested-by'] === waiver.owner ? '' : `, asked for by ${waiver['requested-by']},`;
      return { head: `until ${waiver.expires} by ${waiver.owner}`, why: `${asked} because "${waiver.reason}"` }
    });
    const more = others.map(({ head, why }) => `; ${head}${why}`).join('');
    return {
      head: `Waived ${first?.head ?? ''}`,
      why: `${first?.why ?? ''}${more}`,
      without: `Without it ${(unwaived ?? 'inconclusive').toLowerCase()}: ${reason}`,
    }
  }
  return { head: RULE_WORD[status], why: `: ${reason}`, ...(hint === undefined ? {} : { hint }) }
}

/** Rules that stand in one table; of more, those that passed are folded away. */
const SHOWN = 12;
/** Rules of one table: a longer one would be left out as a whole to stay under a comment's limit. */
const ROWS = 40;

/** The rules as Markdown tables, what did not pass first. */
function rulesBlocks(rules                        )           {
  const ordered = RULE_ORDER.flatMap(status => rules.filter(rule => rule.status === status));
  if (ordered.length <= SHOWN) return ordered.length === 0 ? [] : [rulesTable(ordered)]
  const passed = ordered.filter(({ status }) => status === 'passed');
  const open = ordered.slice(0, ordered.length - passed.length);
  return [
    ...inTables(open),
    ...inTables(passed).map((text, i) =>
      folded(`${RULE_SIGN.passed} ${i === 0 ? '' : 'more of '}${passed.length} rules passed`, text),
    ),
  ]
}

function inTables(rules                        )           {
  const count = Math.ceil(rules.length / ROWS);
  return Array.from({ length: count }, (_, i) => rulesTable(rules.slice(i * ROWS, (i + 1) * ROWS)))
}

const rulesTable = (rules                        ) => table(['', 'Rule', 'Because'], rules.map(row));

function row(rule             )           {
  const { head, why, without, hint } = ruleText(rule);
  const because = [
    `**${escapeText(head)}**${escapeText(why)}`,
    ...(without === undefined ? [] : [escapeText(without)]),
    ...(hint === undefined ? [] : [`→ ${escapeText(hint)}`]),
  ];
  const id = ruleId(rule);
  return [
    RULE_SIGN[rule.status],
    `${escapeText(rule.title)}${id === undefined ? '' : `<br>${code(id)}`}`,
    because.join('<br>'),
  ]
}

/** What a report says of a certification. */
                           
                             
                   
                                      
                                         
                                    
   
                                                                             
                                           
                                                            
                                    
                                                     
                                        
                                                                                                               
                                     
                                     
                                                                                                 
 

/** `Certified until 2027-02-21: credit-default 1`, `Refused: …`, `Not signed: …`. */
function recordLine({ decision, model, notAfter, problem }          )         {
  const name = [model.name, model.version].filter(part => part !== undefined).join(' ');
  const of = name === '' ? '' : `: ${name}`;
  if (problem) return `Not signed${of}`
  if (decision.verdict === 'passed') {
    const waivers = decision.waivers.length;
    const excepted = waivers === 0 ? '' : `, with ${waivers} ${waivers === 1 ? 'waiver' : 'waivers'}`;
    return `Certified until ${(notAfter ?? '').slice(0, 10)}${excepted}${of}`
  }
  return `Refused, ${decision.verdict}${of}`
}

/** The certification's part of a comment or summary: rule by rule why, and what was signed. */
function recordSection(recorded          , limit         = LIMITS.section)         {
  const { decision, model, since, path, log, problem } = recorded;
  const sign = problem ? '🟡' : VERDICT_SIGN[decision.verdict];
  const blocks = [
    problem
      ? `${escapeText(problem.message)}${problem.hint === undefined ? '' : `  \n→ ${escapeText(problem.hint)}`}`
      : '',
    ...rulesBlocks(decision.rules),
    since ? changesSinceBlock(since) : '',
    decision.notes.map(note => `- ${escapeText(note)}`).join('\n'),
    [model.id === undefined ? '' : `Model id ${code(model.id)}`, path === undefined ? '' : `signed in ${code(path)}`]
      .filter(part => part !== '')
      .join(', '),
    log?.lastSeen === undefined
      ? ''
      : `Log ${code(log.origin)} as last seen: ${log.lastSeen.size} entries, root ${code(log.lastSeen.root)}`,
  ];
  return withinLimit(`### ${sign} audit-record · ${escapeText(recordLine(recorded))}`, blocks, limit)
}

/** The certification as a check run. */
function recordCheckRun(recorded          )           {
  const certified = recorded.decision.verdict === 'passed' && recorded.problem === undefined;
  return {
    name: `${CHECK_RUN_PREFIX}audit-record`,
    conclusion: certified ? 'success' : 'failure',
    title: visible(recordLine(recorded)).slice(0, LIMITS.checkRunTitle),
    summary: recordSection(recorded),
    annotations: [],
  }
}

export { LIMITS as L, RULE_ORDER as R, formatBytes as a, formatShare as b, count as c, formatLimit as d, formatP as e, formatNumber as f, formatInterval as g, places as h, found as i, wanted as j, recordCheckRun as k, keyText as l, cellTexts as m, ruleText as n, ruleId as o, place as p, recordLine as q, recordSection as r, tally as t, verdictLine as v, withinLimit as w };
