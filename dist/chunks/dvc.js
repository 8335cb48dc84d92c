import { c as ciKinds } from './index14.js';
import { U as UserError } from './user-error.js';
import { p as parse } from './parse.js';
import { d as distExports } from './index7.js';
import { r as readYaml } from './read-yaml.js';
import { e as exitCode } from './exit-code.js';
import { v as verifyDvc } from './verify-dvc.js';
import { l as locate, c as compose } from './compose.js';
import { v as verdictOf } from './verdict.js';
import { v as visible, e as escapeText } from './escape.js';
import { t as table } from './table.js';
import { p as printLines } from './print-lines.js';
import { t as terminalLog } from './terminal-log.js';
import { p as parseFlags } from './parse-flags.js';

/** Whether a CI runs this: one that is known, or one that says so in `CI`, as all but all do. */
const isCi = (env             )          =>
  !['', '0', 'false'].includes(env.CI?.toLowerCase() ?? '') ||
  ciKinds.find(({ recognises }) => recognises(env))?.id !== 'shell';

/** Which change of a metric is for the worse: a fall, a rise, or any. */
                                                   

/** How far a metric may change for the worse: the larger of `absolute` and `relative` times what it was (as Python's `math.isclose`). */
                            
                           
                           
 

                                                        
                                                                  
                         
                                
 

/** Reads `auc=0.01`, `auc=2%`, `metrics.json:auc=0.01,2%`. */
function readTolerance(text        )             {
  const [, metric = '', limits = ''] = /^(.+)=([^=]+)$/.exec(text) ?? [];
  const rule                                                           = { metric };
  for (const limit of limits.split(',')) {
    const [, number, percent] = /^\s*(\d+(?:\.\d+)?(?:e-?\d+)?)(%?)\s*$/i.exec(limit) ?? [];
    if (metric === '' || number === undefined)
      throw new UserError('dvc.tolerance', `Expected a tolerance such as auc=0.01 or auc=2% but found '${text}'`, {
        hint: 'Write the metric, =, then a number, a percentage, or both with a comma between',
      })
    if (percent === '%') rule.relative = Number(number) / 100;
    else rule.absolute = Number(number);
  }
  return rule
}

/** What holds of a metric: of several rules that name it, the last one that says something counts. */
function ruleFor(
  rules                       ,
  file        ,
  name        ,
)                                       {
  const own = rules.filter(({ metric }) => [name, `${file}:${name}`].some(candidate => isNamed(metric, candidate)));
  const last =                                                    (key     ) =>
    own.findLast(rule => rule[key] !== undefined)?.[key];
  return { absolute: last('absolute') ?? 0, relative: last('relative') ?? 0, direction: last('direction') ?? 'same' }
}

function isNamed(pattern        , name        )          {
  const parts = pattern.split('*').map(part => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 's').test(name)
}

/** A metric before and after. */
                            
                       
                       
                                          
                                         
 

/** Metrics of both sides, by file and name, in their order. */
function pairMetrics(
  before                                                       ,
  after                                                       ,
)              {
  const files = [...new Set([...before.keys(), ...after.keys()])].toSorted();
  return files.flatMap(file => {
    const [old, now] = [before.get(file), after.get(file)];
    const names = [...new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])])];
    return names.map(name => ({ file, name, before: old?.get(name), after: now?.get(name) }))
  })
}

/** Holds a metric against what it was. What is missing or not finite on either side tells nothing, so it never passes. */
function compareMetric({ file, name, before, after }           , rules                       )        {
  const { absolute, relative, direction } = ruleFor(rules, file, name);
  const shared = { id: `metric.${file}:${name}`, title: `${name} (${file})`, locations: [{ file }] };
  const untold = (reason        , hint        )        => ({ ...shared, status: 'inconclusive', reason, hint });
  if (before === undefined || after === undefined)
    return untold(
      `Expected ${name} on both sides but it is missing ${before === undefined ? 'before' : 'after'}`,
      before === undefined
        ? 'A new metric has nothing to be held against: it counts from the next comparison on'
        : 'Write it again, or take it out of dvc.yaml',
    )
  if (typeof before === 'string' || typeof after === 'string') {
    if (before === after) return { ...shared, status: 'pass', reason: `${name} is still '${after}'` }
    return untold(`Expected numbers but ${name} went from '${before}' to '${after}'`, 'Write numbers as metrics')
  }
  if (!Number.isFinite(before) || !Number.isFinite(after))
    return untold(
      `Expected finite numbers but ${name} went from ${before} to ${after}`,
      'Find out why the metric is not finite',
    )
  const difference = after - before;
  const allowed = Math.max(absolute, relative * Math.abs(before));
  const worse = direction === 'higher' ? -difference : direction === 'lower' ? difference : Math.abs(difference);
  const passes = worse <= allowed;
  const changed = `${name} went from ${before} to ${after} (${difference > 0 ? '+' : ''}${Number(difference.toPrecision(6))})`;
  return {
    ...shared,
    status: passes ? 'pass' : 'fail',
    measured: { value: difference },
    required:
      direction === 'higher'
        ? { comparator: '>=', value: -allowed }
        : direction === 'lower'
          ? { comparator: '<=', value: allowed }
          : { comparator: 'between', value: [-allowed, allowed] },
    reason: passes
      ? changed
      : `Expected ${name} to change by at most ${Number(allowed.toPrecision(6))}${direction === 'same' ? '' : ' for the worse'} but ${changed}`,
    ...(passes ? {} : { hint: `Mend the model, or allow it: --tolerance ${name}=…` }),
  }
}

/** A metric's value: a number (perhaps not finite), or a text that is none. */
                                         

/** The metrics of a file, nested names joined by dots: JSON (Python's, with NaN and Infinity), YAML or TOML by the file's ending. */
function readMetrics(name        , text        )                           {
  const metrics = new Map                     ();
  flatten(parsed(name, text), '', metrics, 0);
  return metrics
}

const MAX_DEPTH = 50;

function flatten(value         , name        , into                          , depth        )       {
  if (typeof value === 'number') into.set(name, value);
  else if (typeof value === 'bigint') into.set(name, Number(value));
  else if (typeof value === 'string' || typeof value === 'boolean' || value === null) {
    const number = typeof value === 'string' ? numberIn(value) : undefined;
    into.set(name, number ?? String(value));
  } else if (typeof value === 'object' && depth < MAX_DEPTH)
    for (const [key, child] of Object.entries(value))
      flatten(child, name === '' ? key : `${name}.${key}`, into, depth + 1);
}

/** What Python writes for what JSON has no number for, wherever it stands as a text. */
const numberIn = (text        )                     =>
  ({
    NaN: Number.NaN,
    nan: Number.NaN,
    Infinity: Number.POSITIVE_INFINITY,
    inf: Number.POSITIVE_INFINITY,
    '-Infinity': Number.NEGATIVE_INFINITY,
    '-inf': Number.NEGATIVE_INFINITY,
  })[text];

function parsed(name        , text        )          {
  if (/\.ya?ml$/i.test(name)) {
    readYaml(name, text);
    return distExports.parse(text)
  }
  try {
    if (/\.toml$/i.test(name)) return parse(text)
    // Outside of texts only.
    return JSON.parse(
      text.replace(/"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/gs, token =>
        token.startsWith('"') ? token : `"${token}"`,
      ),
    )
  } catch (cause) {
    throw new UserError(
      'dvc.metrics',
      `Expected ${name} to hold metrics but it cannot be read: ${cause instanceof Error ? cause.message.split('\n')[0] : ''}`,
      {
        file: name,
        hint: 'Write JSON, YAML or TOML, by its ending',
        cause,
      },
    )
  }
}

/** Holds the metrics of two revisions against each other. */
async function compareMetrics(
  { before, after, files, rules }                 ,
  dvc         ,
)                         {
  const named =
    files.length > 0 ? files : [...new Set([...(await dvc.metricsFiles(before)), ...(await dvc.metricsFiles(after))])];
  if (named.length === 0)
    throw new UserError('dvc.no-metrics', 'Expected files of metrics but dvc.yaml names none', {
      hint: "List them under 'metrics' in dvc.yaml, or give them with --file",
    })
  const rows = pairMetrics(await side(before), await side(after));
  if (rows.length === 0)
    throw new UserError('dvc.no-metrics', `Expected metrics in ${named.join(', ')} but found none on either side`, {
      hint: 'Run the pipeline (dvc repro), and commit its metrics',
    })
  return { rows: rows.map(row => ({ ...row, check: compareMetric(row, rules) })) }

  async function side(revision                    )                                                 {
    const found = new Map                                  ();
    for (const file of named) {
      const text = await dvc.readAt(revision, file);
      if (text !== undefined) found.set(file, readMetrics(file, text));
    }
    return found
  }
}

/** Faults that are listed on a terminal. */
const MOST = 50;

const TONE = { pass: 'passed', warn: 'passed', fail: 'failed', inconclusive: 'inconclusive' };         

/** Checks of DVC data for a terminal: the answer, then what is at fault, with its pointer. */
function dvcLines(checks                  )         {
  return checks.flatMap(({ status, title, reason, hint, locations = [] })         => [
    { tone: TONE[status], text: visible(`${status.toUpperCase()} ${title}: ${reason}`) },
    ...locations.slice(0, MOST).map(({ file, line, note }) => ({
      tone: 'plain'         ,
      text: visible(`    ${file}${line === undefined ? '' : `:${line}`}${note === undefined ? '' : `  ${note}`}`),
    })),
    ...(locations.length > MOST
      ? [{ tone: 'muted'         , text: `    and ${locations.length - MOST} more (--json lists them)` }]
      : []),
    ...(hint === undefined ? [] : [{ tone: 'plain'         , text: visible(`    → ${hint}`) }]),
  ])
}

const MARK = { pass: '✅ pass', warn: '⚠️ warn', fail: '❌ fail', inconclusive: '❔ inconclusive' };         

/** A metric before and after, and what was decided of it. */
                                  
                       
                       
                                              
                                             
                       
 

/** Metrics of two revisions side by side, as Markdown. */
function metricsTable(rows                            )         {
  const cell = (value                             ) => (value === undefined ? '–' : escapeText(String(value)));
  return table(
    ['Status', 'Metric', 'Before', 'After', 'Change', 'Allowed'],
    rows.map(({ file, name, before, after, check }) => [
      MARK[check.status],
      escapeText(`${name} (${file})`),
      cell(before),
      cell(after),
      typeof check.measured?.value === 'number' ? cell(Number(check.measured.value.toPrecision(6))) : '–',
      check.required === undefined
        ? '–'
        : escapeText(`${check.required.comparator} ${[check.required.value].flat().join(' and ')}`),
    ]),
    ['left', 'left', 'right', 'right', 'right', 'left'],
  )
}

const flags                      = [
  {
    name: 'workspace',
    kind: 'switch',
    description: 'verify: the files of the workspace; the default where no place is named',
  },
  { name: 'cache', kind: 'switch', description: 'verify: the objects of the local cache' },
  {
    name: 'remote',
    kind: 'list',
    description: "verify: that everything is in these remotes; 'default' is the default one",
  },
  { name: 'content', kind: 'switch', description: 'verify: read what is in the remotes, not only look for it' },
  {
    name: 'rehash',
    kind: 'switch',
    description:
      'verify: read every byte of the workspace, also of files whose times are as they were; always so in a CI',
  },
  {
    name: 'changed-since',
    kind: 'value',
    description: 'verify: only what this branch changed since it left that revision',
  },
  { name: 'file', kind: 'list', description: 'metrics-diff: files of metrics. Default: those that dvc.yaml names' },
  { name: 'higher', kind: 'list', description: 'metrics-diff: metrics of which more is better; only a fall counts' },
  { name: 'lower', kind: 'list', description: 'metrics-diff: metrics of which less is better; only a rise counts' },
  { name: 'tolerance', kind: 'list', description: 'metrics-diff: how much each may change: auc=0.01, loss=2%, *=0.5%' },
  { name: 'markdown', kind: 'value', description: 'metrics-diff: write the table to this file as well' },
  { name: 'json', kind: 'switch', description: 'Print the checks as JSON' },
];

const dvc             = {
  name: 'dvc',
  summary:
    'Verify that what DVC tracks is in workspace, cache or remote, and hold the metrics of two revisions against each other',
  synopsis: 'verify [PATH…] | metrics-diff [BEFORE [AFTER]]',
  examples: [
    'proofmark dvc verify',
    'proofmark dvc verify --remote default --changed-since origin/main',
    'proofmark dvc metrics-diff origin/main --higher auc --tolerance auc=0.01',
  ],
  flags,
  async run(args) {
    const parsed = parseFlags(args, flags);
    const [subcommand = '', ...rest] = parsed.positionals;
    if (subcommand === 'verify') return verify(parsed, rest)
    if (subcommand === 'metrics-diff') return metricsDiff(parsed, rest)
    throw new UserError('dvc.subcommand', `Expected verify or metrics-diff but found '${subcommand}'`, {
      hint: "'proofmark help dvc' explains each",
    })
  },
};

async function open() {
  const { root, rebase } = locate(process.cwd(), undefined);
  const ports = compose(root, terminalLog(process.stderr), {});
  if (!ports.dvc) throw new Error('The program has no DVC')
  return { data: await ports.dvc(), ports, rebase }
}

async function verify({ values }             , paths                   )                    {
  const { data, rebase } = await open();
  const since = values.get('changed-since')?.at(-1);
  const content = values.has('content');
  const places             = [
    ...(values.has('cache') ? [{ kind: 'cache' }         ] : []),
    ...(values.get('remote') ?? []).map(
      name => ({ kind: 'remote', name: name === 'default' ? undefined : name, content })         ,
    ),
  ];
  if (values.has('workspace') || places.length === 0)
    places.unshift({
      kind: 'workspace',
      times: isCi(process.env) ? undefined : values.has('rehash') ? 'renew' : 'trust',
    });
  const question = {
    paths: paths.map(rebase),
    since: since === undefined ? undefined : { texts: data.since(since), told: since },
    places,
  };
  const checks = await verifyDvc(question, data);
  if (values.has('json')) process.stdout.write(`${JSON.stringify({ checks }, null, 2)}\n`);
  else printLines(process.stdout, dvcLines(checks));
  return conclude(checks)
}

async function metricsDiff({ values }             , [before = 'HEAD', after]                   )                    {
  const { data, ports, rebase } = await open();
  const directed = (direction                    )               =>
    (values.get(direction) ?? []).map(metric => ({ metric, direction }));
  const rules = [...(values.get('tolerance') ?? []).map(readTolerance), ...directed('higher'), ...directed('lower')];
  const { rows } = await compareMetrics({ before, after, files: (values.get('file') ?? []).map(rebase), rules }, data);
  const text = metricsTable(rows);
  const markdown = values.get('markdown')?.at(-1);
  if (markdown !== undefined) await ports.files.write(rebase(markdown), `${text}\n`);
  const checks = rows.map(({ check }) => check);
  if (values.has('json')) process.stdout.write(`${JSON.stringify({ checks }, null, 2)}\n`);
  else process.stdout.write(`${text}\n`);
  return conclude(checks)
}

const conclude = (checks                  ) => exitCode(verdictOf(checks.map(({ status }) => status)), []);

export { dvc };
