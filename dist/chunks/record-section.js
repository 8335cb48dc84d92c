import { p as place, L as LIMITS } from './row-cells.js';
import { c as count, f as formatNumber } from './numbers.js';
import { b as VERDICT_WORD, S as STATUS_ORDER, c as STATUS_PLURAL, V as VERDICT_SIGN } from './words.js';
import { C as CHECK_RUN_PREFIX } from './identifiers2.js';
import { e as escapeText, c as code, v as visible } from './escape.js';
import { t as table, f as folded } from './table.js';
import { S as STANDING_SIGN, D as DISCLAIMER, b as byFramework, s as standingsFound } from './words2.js';
import { G as GATES } from './evidence.js';
import { R as RULE_ORDER, a as RULE_SIGN, r as ruleText, b as ruleId } from './rule-text.js';

/** Joins blocks while they fit; says how many were left out. Whole blocks are dropped, so no table or fold is ever cut open. */
function withinLimit(heading        , blocks                   , limit        )         {
  const note =
    '\n\n_Part of this report was left out to stay under a limit; report.html and the evidence have all of it._';
  let text = heading;
  let dropped = false;
  for (const block of blocks.filter(part => part !== '')) {
    const longer = text === '' ? block : `${text}\n\n${block}`;
    if (longer.length + note.length <= limit) text = longer;
    else dropped = true;
  }
  return dropped ? `${text}${note}` : text
}

/** Places of a file that differ in nothing but their lines, or a single place. */
                           
                          
                                                   
                                   
 

/** Places with those together that say the same of their lines: empty cells of a column, say. A run stands where its first place stood. */
function placeRuns(places                     )             {
  const alike = Map.groupBy(places, (location, i) => {
    const { line, ...rest } = location;
    return line === undefined || location.key !== undefined || location.value !== undefined || location.cells
      ? `${i}`
      : JSON.stringify(rest)
  });
  return [...alike.values()].flatMap(group => {
    const [first] = group;
    if (!first) return []
    return [{ first, lines: group.flatMap(({ line }) => line ?? []).toSorted((a, b) => a - b) }]
  })
}

/** `predictions.csv:5–9, 12 (score)`. */
function runText({ first, lines }          )         {
  if (lines.length < 2) return place(first)
  const { line: _, ...rest } = first;
  const ranges = rangesOf(lines).map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`));
  return place({ ...rest, file: `${first.file}:${ranges.join(', ')}` })
}

/** Lines in a row as one range each. */
function rangesOf(lines                   )                               {
  const ranges                     = [];
  for (const line of lines) {
    const last = ranges.at(-1);
    if (last && line <= last[1] + 1) last[1] = line;
    else ranges.push([line, line]);
  }
  return ranges
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
  return parts.map(({ status, n }) => `${formatNumber(n)} ${STATUS_PLURAL[status]}`).join(', ')
}

/** Names of a kind that are told; the rest are counted. */
const NAMED$1 = 5;

const listed = (names                   )         =>
  `${names.slice(0, NAMED$1).join(', ')}${names.length > NAMED$1 ? ` and ${names.length - NAMED$1} more` : ''}`;

/** How names and other people's words are written. */
                          
                            
                             
 

/** One line for data in lakeFS that is at another commit than was certified: what differs of what gates read, and how much else. */
function dataSinceLine(since           , { name, words }         )         {
  const { repository, before, now } = since;
  const moved = `Data of ${name(`lakefs://${repository}`)} was certified at ${name(before.slice(0, 12))} and is read at ${name(now.slice(0, 12))}`;
  if ('unknown' in since) return `${moved}; what differs cannot be told: ${words(since.unknown)}`
  const named = (what        , paths                   ) =>
    paths.length === 0 ? [] : [`${what}: ${listed(paths.map(path => name(path)))}`];
  const { unread } = since;
  const facts = [
    ...named('changed', since.changed),
    ...named('new', since.added),
    ...named('removed', since.removed),
    ...(unread === 0 ? [] : [`${unread} ${unread === 1 ? 'object differs' : 'objects differ'} that no gate reads`]),
  ];
  return `${moved}: ${facts.length === 0 ? 'the same objects' : facts.join('; ')}`
}

/** What is another than in the certificate before: the claims then and now, and which files are others. */
function changesSinceBlock({
  version,
  at,
  isSameModel,
  claims,
  dropped,
  files,
  data = [],
}              )         {
  const title = `**Since the certificate of ${version === undefined ? '' : `${escapeText(version)}, `}${at.slice(0, 10)}**`;
  const rows = claims.map(({ title, before, now }) => [
    escapeText(title),
    told$1(before),
    told$1(now),
    difference(before, now),
  ]);
  const facts = [
    isSameModel ? 'the model is the same' : 'the model is another',
    ...named$1('changed', files.changed),
    ...named$1('new', files.added),
    ...named$1('read no more', files.gone),
    ...(dropped.length > 0 ? [`no longer claimed: ${listed(dropped.map(claim => escapeText(claim)))}`] : []),
  ];
  return [
    `${title}: ${facts.join('; ')}`,
    rows.length > 0 ? table(['Claim', 'Before', 'Now', 'Change'], rows, ['left', 'right', 'right', 'right']) : '',
    data.map(since => `- ${dataSinceLine(since, { name: code, words: escapeText })}`).join('\n'),
  ]
    .filter(part => part !== '')
    .join('\n\n')
}

                                                  

const told$1 = (value       )         =>
  typeof value === 'number' ? formatNumber(value) : value === null ? 'nothing' : escapeText(String(value));

function difference(before       , now       )         {
  if (typeof before !== 'number' || typeof now !== 'number') return before === now ? '' : 'another'
  const change = now - before;
  // What reads the same is the same: sums of decimals end in other last bits.
  if (formatNumber(before) === formatNumber(now)) return '='
  return `${change > 0 ? '+' : '−'}${formatNumber(Math.abs(change))}`
}

const named$1 = (what        , names                   )           =>
  names.length === 0 ? [] : [`${what}: ${listed(names.map(name => code(name)))}`];

/** Controls against which something speaks that are named; the rest are counted. */
const NAMED = 10;

/** Controls in a line, which opens into how each framework stands and what something speaks against. */
function controlsBlock(statuses                          )         {
  if (statuses.length === 0) return ''
  const against = statuses.filter(({ status }) => status === 'not supported');
  const more = against.length > NAMED ? `\n- and ${against.length - NAMED} more` : '';
  const listed = against
    .slice(0, NAMED)
    .map(
      ({ clause, control, reason }) =>
        `- ${STANDING_SIGN['not supported']} **${escapeText(clause)}** ${escapeText(control.title)}: ${escapeText(reason, 300)}`,
    )
    .join('\n');
  return folded(
    `Controls: ${standingsFound(statuses)}`,
    [
      table(
        ['Framework', 'Evidence'],
        byFramework(statuses).map(({ title, statuses: own }) => [escapeText(title), standingsFound(own)]),
      ),
      `${listed}${more}`,
      `<sub>${DISCLAIMER} All of them: \`proofmark controls\`.</sub>`,
    ]
      .filter(part => part !== '')
      .join('\n\n'),
  )
}

/** How a certified model is promoted, in a line; empty where none was certified. */
const nextStep = ({ decision, problem, path }          )         =>
  decision.verdict !== 'passed' || problem !== undefined || path === undefined
    ? ''
    : `→ To promote it: ${code(`proofmark promote ${path} --model FILES --to TARGET`)}, or ${code('uses: proofmark/proofmark/actions/promote@v1')}`;

/** Rules of one block: a longer one would be left out as a whole to stay under a comment's limit. */
const TOGETHER = 20;

/** The rules as Markdown: what did not pass and what is waived in the open, with why and what to do; what passed folded away. */
function rulesBlocks(rules                        )           {
  const ordered = RULE_ORDER.flatMap(status => rules.filter(rule => rule.status === status));
  const passed = ordered.filter(({ status }) => status === 'passed');
  const open = ordered.slice(0, ordered.length - passed.length);
  return [
    ofGates(open),
    ...open.filter(rule => !isOfGate(rule)).map(told),
    ...inBlocks(passed).map((text, i) =>
      folded(`${RULE_SIGN.passed} ${i === 0 ? '' : 'more of '}${count(passed.length, 'rule')} passed`, text),
    ),
  ]
}

/** That a gate did not pass, a line each: its own part says why, and what to do. */
const ofGates = (rules                        )         =>
  rules
    .filter(isOfGate)
    .map(rule => `- ${RULE_SIGN[rule.status]} **${escapeText(rule.title)}**: ${escapeText(rule.reason)}`)
    .join('\n');

const isOfGate = ({ rule, status }             )          => status !== 'waived' && GATES.some(gate => gate === rule);

function inBlocks(rules                        )           {
  const blocks = Math.ceil(rules.length / TOGETHER);
  return Array.from({ length: blocks }, (_, i) =>
    rules
      .slice(i * TOGETHER, (i + 1) * TOGETHER)
      .map(rule => `- ${named(rule)}: ${escapeText(rule.reason)}`)
      .join('\n'),
  )
}

function told(rule             )         {
  const { head, why, without, hint } = ruleText(rule);
  return [
    `${RULE_SIGN[rule.status]} **${escapeText(rule.title)}**${idOf(rule)}`,
    `${escapeText(head)}${escapeText(why)}`,
    ...(without === undefined ? [] : [escapeText(without)]),
    ...(hint === undefined ? [] : [`→ ${escapeText(hint)}`]),
  ].join('  \n')
}

const named = (rule             ) => `${escapeText(rule.title)}${idOf(rule)}`;

function idOf(rule             )         {
  const id = ruleId(rule);
  return id === undefined ? '' : ` ${code(id)}`
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
  const { decision, model, since, path, log, problem, controls } = recorded;
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
    nextStep(recorded),
    controls ? controlsBlock(controls) : '',
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

export { runText as a, rangesOf as b, recordCheckRun as c, recordLine as d, dataSinceLine as e, placeRuns as p, recordSection as r, tally as t, verdictLine as v, withinLimit as w };
