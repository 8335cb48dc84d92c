import { b as code, d as escapeText, t as table, i as VERDICT_WORD, S as STATUS_ORDER, R as STATUS_PLURAL, V as VERDICT_SIGN, C as CHECK_RUN_PREFIX, a as visible, F as readJson, H as Evidence, e as evidenceFile } from './context.js';

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

const SHOWN = 40;
const quoted = (value        ) => `'${value.length > SHOWN ? `${value.slice(0, SHOWN).toWellFormed()}…` : value}'`;

function withUnit(value        , unit                    , format = formatNumber)         {
  if (unit === undefined) return format(value)
  if (unit === 'percent') return `${format(value)}\u202f%`
  return unit === 'rows' ? count(value, 'row') : `${format(value)} ${unit}`
}

/** A path relative to a folder of the repository, seen from the repository's root. */
function inRepository(folder                    , path        )         {
  if (folder === undefined) return path
  const parts           = [];
  for (const part of `${folder}/${path}`.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/')
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

/** Whether a place is a row of data of which more is known than its line. */
const isRow = ({ line, value, key, cells }          )          =>
  line !== undefined && (value !== undefined || key !== undefined || cells !== undefined);

/** Rows at fault, one below the other: line, key, and the cells that the check is about where they are told. */
function rowTable(rows                     )         {
  const [first] = rows;
  if (!first) return ''
  const { file, column, key = [] } = first;
  const keys = key.map(cell => cell.column);
  const isNews = column !== undefined && !keys.includes(column) && rows.some(({ value }) => value !== undefined);
  const own = isNews ? [column] : [];
  const others = (first.cells ?? []).map(cell => cell.column);
  const head = [`Line of ${code(file)}`, ...[...keys, ...own, ...others].map(name => escapeText(name, 60))];
  const lines = rows.map(row => [
    String(row.line),
    ...keys.map(name => cellText(row.key?.find(cell => cell.column === name))),
    ...(own.length === 0 ? [] : [row.value === undefined ? '' : code(row.value, 60)]),
    ...others.map(name => cellText(row.cells?.find(cell => cell.column === name))),
  ]);
  return table(head, lines, ['right'])
}

function cellText(cell                     )         {
  if (!cell) return ''
  if ('hash' in cell) return code(`#${cell.hash}`)
  return cell.value === '' ? '_empty_' : code(cell.value, 60)
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

/** What a report says of a certification. */
                           
                             
                   
                                      
                                         
                                    
   
                                                            
                                    
                                                     
                                        
                                     
                                                                                                 
 

/** `Certified until 2027-02-21: credit-default 1`, `Refused: …`, `Not signed: …`. */
function recordLine({ decision, model, notAfter, problem }          )         {
  const name = [model.name, model.version].filter(part => part !== undefined).join(' ');
  const of = name === '' ? '' : `: ${name}`;
  if (problem) return `Not signed${of}`
  if (decision.verdict === 'passed') return `Certified until ${(notAfter ?? '').slice(0, 10)}${of}`
  return `Refused, ${decision.verdict}${of}`
}

/** The certification's part of a comment or summary: rule by rule why, and what was signed. */
function recordSection(recorded          , limit         = LIMITS.section)         {
  const { decision, model, path, problem } = recorded;
  const sign = problem ? '🟡' : VERDICT_SIGN[decision.verdict];
  const rules = decision.rules.map(rule => [
    VERDICT_SIGN[rule.status],
    escapeText(rule.title),
    escapeText(rule.hint === undefined ? rule.reason : `${rule.reason}. → ${rule.hint}`),
  ]);
  const blocks = [
    problem
      ? `${escapeText(problem.message)}${problem.hint === undefined ? '' : `  \n→ ${escapeText(problem.hint)}`}`
      : '',
    rules.length > 0 ? table(['', 'Rule', 'Because'], rules) : '',
    decision.notes.map(note => `- ${escapeText(note)}`).join('\n'),
    [model.id === undefined ? '' : `Model id ${code(model.id)}`, path === undefined ? '' : `signed in ${code(path)}`]
      .filter(part => part !== '')
      .join(', '),
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

/** Largest evidence that is read, in bytes. */
const MAX_EVIDENCE_BYTES = 32 * 1024 * 1024;

/** An evidence file as it was found: its digest and what it says, or why it says nothing. */
                                                    

                    
                                                                                     
                         
                                     
                         
                             
 

                      
                         
                          
                                                     
                             
 

/** Reads a gate's evidence from the file's bytes, strictly: anything unknown, missing or misspelt makes it unreadable. */
function readEvidence(gate          , bytes            , sha256        )                   {
  const value = readJson(bytes);
  if (value === undefined) return { gate, sha256, unreadable: bytes.length === 0 ? 'it is empty' : 'it is no JSON' }
  const read = Evidence.safeParse(value);
  if (!read.success) {
    const [issue] = read.error.issues;
    return { gate, sha256, unreadable: `${issue?.path.join('.') || 'the document'} is wrong: ${issue?.message}` }
  }
  if (read.data.gate !== gate) return { gate, sha256, unreadable: `it is evidence of ${read.data.gate}` }
  return { gate, sha256, evidence: read.data }
}

const isReadable = (document                  )                       => 'evidence' in document;

/** How messages and statements name the document. */
const documentName = (document                  )         => evidenceFile(document.gate);

/** What became of the numbers that may stop the gate; of estimates, what they rest on. */
function performanceLines({ metrics, decisions, rows, assumption }                   )           {
  const judged = [...metrics, decisions].flatMap(({ title, reference, current, limit }) =>
    reference === undefined || current === undefined || limit === undefined
      ? []
      : [`${title} ${formatNumber(reference)} → ${formatNumber(current)} (limit ${formatLimit(limit)})`],
  );
  return [
    `predictions: ${count(rows.reference, 'row')} against ${count(rows.current, 'row')}: ${judged.join(', ')}`,
    ...(assumption === undefined ? [] : [`performance is ${assumption}`]),
  ]
}

/** What a gate looked at and measured, in a line or a few: a gate that passes should say more than that it passed. */
function highlights(evidence          )           {
  if (evidence.result === null) return []
  switch (evidence.gate) {
    case 'data-validate':
      return evidence.result.files.map(
        ({ file, rows, columns }) => `${file}: ${count(rows, 'row')}, ${count(columns.length, 'column')}`,
      )
    case 'model-certify':
      return answers(evidence.result, evidence.checks)
    case 'security-scan':
      return evidence.result.files
        .filter(({ globals }) => globals > 0)
        .slice(0, 5)
        .map(({ path, format, globals }) => `${path}: ${format}, ${count(globals, 'import')}, each on the allow list`)
    case 'drift-compare': {
      const { rows, columns, tests, series, profile, performance } = evidence.result;
      const judged = series?.series.map(
        ({ name, kind, judged, every }) => `${name}: ${kind}, ${formatNumber(judged)} buckets of ${every} judged`,
      );
      const apart = [...(judged?.slice(0, 10) ?? []), ...(performance ? performanceLines(performance) : [])];
      if (columns.length === 0 && apart.length > 0) return apart
      return [
        ...apart,
        `${count(columns.length, 'column')}, ${count(rows.reference, 'row')} against ${count(rows.current, 'row')}, ${profile ? `by the rules of ${profile.tool}` : `${formatNumber(tests)} tests adjusted together`}`,
      ]
    }
  }
}

/** Each claim with what was found, one below the other. */
function answers({ claims }             , checks                  )           {
  const width = Math.max(0, ...claims.map(({ claim }) => claim.length));
  return claims.flatMap(({ claim, check }) => {
    const answer = checks.find(({ id }) => id === check);
    return answer?.measured && answer.status === 'pass'
      ? [`${claim.padEnd(width)}  ${found(answer)} ${wanted(answer)}`]
      : []
  })
}

/** What a line says, for a terminal to colour. */
                                                                  

                       
                     
                       
 

const SIGN                                   = {
  pass: '✔',
  passed: '✔',
  warn: '!',
  fail: '✘',
  failed: '✘',
  inconclusive: '?',
};

/** Checks told on a terminal; the evidence has all of them. */
const TOLD = 12;

/** A gate's evidence as lines of text: the verdict, then everything that did not pass, worst first. */
function terminalLines(evidence          )         {
  const open = evidence.checks.filter(check => check.status !== 'pass').toSorted(byStatus);
  return [
    {
      tone: evidence.verdict,
      text: `${SIGN[evidence.verdict]} ${evidence.gate.padEnd(14)} ${visible(verdictLine(evidence))}`,
    },
    ...highlights(evidence).map(text => ({ tone: 'muted'         , text: `    ${visible(text)}` })),
    ...open.slice(0, TOLD).flatMap(told),
    ...(open.length > TOLD ? [{ tone: 'muted'         , text: `    … and ${open.length - TOLD} more` }] : []),
  ]
}

function told(check       )         {
  const at = places(check).slice(0, 3).map(place);
  return [
    { tone: check.status, text: `    ${SIGN[check.status]} ${visible(check.title)}` },
    ...check.reason.split('\n').map(text => ({ tone: 'plain'         , text: `      ${visible(text)}` })),
    ...(check.hint === undefined ? [] : [{ tone: 'plain'         , text: `      → ${visible(check.hint)}` }]),
    ...(at.length > 0 ? [{ tone: 'muted'         , text: `      ${visible(at.join(', '))}` }] : []),
  ]
}

const byStatus = (a       , b       ) => STATUS_ORDER.indexOf(a.status) - STATUS_ORDER.indexOf(b.status);

/** Where things are, as the reader in the working directory would type it. */
                                            

/** Everything a run found, for a terminal: the gates, then the record. */
function terminalReport(evidence                     , recorded                      , shown       )         {
  const gates = evidence.flatMap(document => [...terminalLines(document), blank]);
  return recorded ? [...gates, ...recordLines(recorded, shown)] : gates.slice(0, -1)
}

/** The result in one line: of the record where there is one, else of the gate. */
function oneLine(evidence                     , recorded                      )         {
  if (recorded) return visible(recordLine(recorded))
  return evidence.map(document => `${document.gate} ${lowerFirst(verdictLine(document))}`).join(' · ')
}

function recordLines(recorded          , shown       )         {
  const { decision, model, path, problem } = recorded;
  const tone = problem ? 'inconclusive' : decision.verdict;
  const open = decision.rules.filter(rule => rule.status !== 'passed');
  return [
    { tone, text: visible(recordLine(recorded)) },
    ...open.flatMap(rule => [
      { tone: rule.status, text: `    ${visible(rule.reason)}` },
      ...(rule.hint === undefined ? [] : [{ tone: 'plain'         , text: `      → ${visible(rule.hint)}` }]),
    ]),
    ...(problem ? [{ tone: 'plain'         , text: `    ${visible(problem.message)}` }] : []),
    ...(problem?.hint === undefined ? [] : [{ tone: 'plain'         , text: `      → ${visible(problem.hint)}` }]),
    ...decision.notes.map(note => ({ tone: 'muted'         , text: `    ${visible(note)}` })),
    ...(model.id === undefined ? [] : [{ tone: 'muted'         , text: `    model id     ${model.id}` }]),
    ...(path === undefined
      ? []
      : [
          {
            tone: 'muted'         ,
            text: `    ${decision.verdict === 'passed' ? 'certificate ' : 'refusal     '} ${shown(path)}`,
          },
        ]),
  ]
}

const blank       = { tone: 'plain', text: '' };
const lowerFirst = (text        ) => text.charAt(0).toLowerCase() + text.slice(1);

export { LIMITS as L, MAX_EVIDENCE_BYTES as M, recordSection as a, formatBytes as b, count as c, formatShare as d, formatLimit as e, formatNumber as f, formatP as g, formatInterval as h, isReadable as i, tally as j, found as k, wanted as l, isRow as m, place as n, oneLine as o, places as p, rowTable as q, readEvidence as r, inRepository as s, terminalReport as t, recordCheckRun as u, verdictLine as v, withinLimit as w, documentName as x, keyText as y, cellTexts as z };
