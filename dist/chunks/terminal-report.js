import { c as code, e as escapeText, v as visible } from './escape.js';
import { t as table, S as STATUS_ORDER } from './words.js';
import { n as ruleText, o as ruleId, f as formatNumber, d as formatLimit, c as count, i as found, j as wanted, v as verdictLine, h as places, p as place, q as recordLine, R as RULE_ORDER } from './record-section.js';

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

const SIGN$1                             = { passed: '✔', failed: '✘', inconclusive: '?', waived: '~' };
const TONE = { passed: 'passed', failed: 'failed', inconclusive: 'inconclusive', waived: 'warn' };         

const named = (rule             ) => {
  const id = ruleId(rule);
  return id === undefined ? rule.title : `${rule.title} (${id})`
};

/** One rule of the policy on a terminal: what it asks for, how it stands and why, and what to do. */
function ruleLines(rule             )         {
  const { head, why, without, hint } = ruleText(rule);
  return [
    { tone: TONE[rule.status], text: `    ${SIGN$1[rule.status]} ${visible(named(rule))}` },
    { tone: 'plain', text: `      ${visible(`${head}${why}`)}` },
    ...(without === undefined ? [] : [{ tone: 'muted'         , text: `      ${visible(without)}` }]),
    ...(hint === undefined ? [] : [{ tone: 'plain'         , text: `      → ${visible(hint)}` }]),
  ]
}

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
  const open = RULE_ORDER.slice(0, -1).flatMap(status => decision.rules.filter(rule => rule.status === status));
  return [
    { tone, text: visible(recordLine(recorded)) },
    ...open.flatMap(rule => ruleLines(rule)),
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

export { isRow as a, ruleLines as b, inRepository as i, oneLine as o, rowTable as r, terminalReport as t };
