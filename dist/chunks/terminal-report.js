import { v as verdictLine, p as placeRuns, a as runText, d as recordLine, e as dataSinceLine } from './record-section.js';
import { v as visible } from './escape.js';
import { r as ruleLines } from './rule-lines.js';
import { R as RULE_ORDER } from './rule-text.js';
import { f as found, w as wanted, a as places } from './row-cells.js';
import { f as formatNumber, d as formatLimit, c as count } from './numbers.js';
import { S as STATUS_ORDER } from './words.js';

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
  const at = placeRuns(places(check)).slice(0, 3).map(runText);
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
  const { decision, model, since, path, problem } = recorded;
  const tone = problem ? 'inconclusive' : decision.verdict;
  const open = RULE_ORDER.slice(0, -1).flatMap(status => decision.rules.filter(rule => rule.status === status));
  return [
    { tone, text: visible(recordLine(recorded)) },
    ...open.flatMap(rule => ruleLines(rule)),
    ...(problem ? [{ tone: 'plain'         , text: `    ${visible(problem.message)}` }] : []),
    ...(problem?.hint === undefined ? [] : [{ tone: 'plain'         , text: `      → ${visible(problem.hint)}` }]),
    ...decision.notes.map(note => ({ tone: 'muted'         , text: `    ${visible(note)}` })),
    ...(since?.data ?? []).map(data => ({
      tone: 'muted'         ,
      text: `    ${visible(dataSinceLine(data, { name: String, words: String }))}`,
    })),
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

export { oneLine as o, terminalReport as t };
