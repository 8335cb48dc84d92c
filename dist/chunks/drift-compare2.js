import { c as certifyingCommand } from './certifying-command.js';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { m as methodFor, l as limitFor, s as smallestRows, r as requireKnownMethods, b as measureDrift, a as columnOf } from './measure-drift.js';
import { U as UserError } from './user-error.js';
import { l as locate, c as compose } from './compose.js';
import { f as figure, p as percent } from './figure.js';
import { r as readSettings, i as inputsOf } from './read-settings.js';
import { g as grouped } from './grouped.js';
import { v as visible } from './escape.js';
import { p as printLines } from './print-lines.js';
import { t as terminalLog } from './terminal-log.js';
import { p as parseFlags } from './parse-flags.js';

/** How many current rows a column needs, given the rows of the reference; a number is absent where none is enough. */
                             
                         
                           
                          
                         
                          
                                                                   
                          
                                                             
                         
                                  
                             
 

/** Effects planned for lie this many times above the limit unless one is named. */
const ABOVE = 1.5;

const POWER = 0.9;

/** Plans each column by the method that would decide on it; both sides of the columns are the reference. */
function planColumns(
  columns                   ,
  settings                   ,
  asked                    ,
)               {
  const tests = columns.reduce((sum, column) => {
    return sum + (methodFor(column, settings.methods) ? 1 : 0) + (column.reference.missing > 0 ? 1 : 0)
  }, 0);
  return columns.map(column => {
    const { name, kind, reference } = column;
    const method = methodFor(column, settings.methods);
    if (!method) return { column: name, kind, unplanned: 'no method decides on columns of this kind' }
    const limit = limitFor({ column, method }, settings);
    const effect = asked ?? ABOVE * limit;
    const about = { column: name, kind, method: method.id, limit, effect };
    if (!method.plan) return { ...about, unplanned: 'the power of this method is not known' }
    if (effect <= limit) return { ...about, unplanned: 'an effect within the limit is not to be found' }
    const powers = method.plan(reference, { limit, effect, alpha: settings.alpha, tests, power: POWER });
    const passes = smallestRows(1, powers.passes);
    const finds = smallestRows(1, powers.finds);
    return { ...about, ...(passes === undefined ? {} : { passes }), ...(finds === undefined ? {} : { finds }) }
  })
}

/** Says how many rows a current table needs to be compared with the reference; reads the reference only. */
async function planDrift(
  { drift }          ,
  effect                    ,
  ports                               ,
)                     {
  const path = drift.reference;
  if (path === undefined) {
    throw new UserError(
      'settings.missing',
      "Expected 'drift.reference' to be set (the table to plan for) but found nothing",
      {
        hint: "Name a table under 'drift.reference' in proofmark.yml, or give it as the input 'reference'",
      },
    )
  }
  const { header, close } = await ports.tables.open(path);
  await close?.();
  requireKnownMethods(drift, header);
  const names = header.filter(name => (drift.columns?.includes(name) ?? true) && !drift.ignore?.includes(name));
  const { material, columns } = await measureDrift(path, 'reference', { columns: names.map(name => ({ name })) }, ports);
  const both = columns.map((cells, i) => columnOf(names[i] ?? '', cells, cells));
  return { reference: path, rows: material.rows ?? 0, columns: planColumns(both, drift, effect) }
}

/** Flags that only planning has. */
const PLAN_FLAGS                     = [
  {
    name: 'plan',
    kind: 'switch',
    description: 'Print how many current rows each column of the reference needs, and compare nothing',
  },
  {
    name: 'effect',
    kind: 'value',
    description: "With --plan: the change to find, on the scale of each column's method. Default: 1.5 times its limit",
  },
];

/** Prints the rows that a comparison with the reference needs, by the same flags and settings as the comparison. */
async function driftPlan(given             )                    {
  const { values } = given;
  const place = locate(process.cwd(), values.get('config')?.at(-1));
  const log = terminalLog(process.stderr, { quiet: values.has('quiet') || values.has('json') });
  const settings = readSettings({
    command: 'drift-compare',
    ...(place.config === undefined
      ? {}
      : { file: { name: place.config, text: await readFile(resolve(place.root, place.config), 'utf8') } }),
    inputs: new Map(inputsOf('drift-compare').map(({ name, flag }) => [name, values.get(flag ?? name) ?? []])),
    nameInput: input => `--${input.flag ?? input.name}`,
    rebase: place.rebase,
  });
  const plan = await planDrift(settings, effectOf(values.get('effect')?.at(-1)), compose(place.root, log, {}));
  log.done();
  if (values.has('json')) process.stdout.write(`${JSON.stringify(plan, null, 2)}\n`);
  else printLines(process.stdout, report(plan));
  return 0
}

function effectOf(text                    )                     {
  if (text === undefined) return undefined
  const effect = Number(text);
  if (text.trim() !== '' && effect > 0 && Number.isFinite(effect)) return effect
  throw new UserError('flags.effect', `Expected --effect to be a number above 0 but found '${text}'`, {
    hint: "Give it on the scale of the columns' methods, e.g. 0.3",
  })
}

function report({ reference, rows, columns }           )         {
  const count = (rows                    ) => (rows === undefined ? 'never' : grouped(rows));
  const table = [
    ['column', 'method', 'limit', 'effect', 'rows to pass', 'rows to find'],
    ...columns.map(({ column, kind, method, limit, effect, passes, finds, unplanned }) => [
      column,
      method ?? kind,
      ...(unplanned === undefined
        ? [figure(limit ?? 0), figure(effect ?? 0), count(passes), count(finds)]
        : [unplanned]),
    ]),
  ];
  const width = (i        ) => Math.max(...table.filter(cells => cells.length > 3).map(cells => cells[i]?.length ?? 0));
  const padded = (cells                   ) =>
    cells.map((cell, i) =>
      i < 2 ? cell.padEnd(width(i)) : i === 2 && cells.length === 3 ? cell : cell.padStart(width(i)),
    );
  return [
    { tone: 'strong', text: visible(`${grouped(rows)} rows of ${reference}: current rows that each column needs`) },
    ...table.map(
      (cells, i)       => ({ tone: i === 0 ? 'muted' : 'plain', text: visible(`  ${padded(cells).join('  ')}`) }),
    ),
    { tone: 'plain', text: '' },
    {
      tone: 'muted',
      text: `rows to pass: an unchanged column passes with ${percent(POWER)} chance · rows to find: one that has changed by the effect fails with ${percent(POWER)} chance`,
    },
    ...(columns.some(one => one.unplanned === undefined && (one.passes === undefined || one.finds === undefined))
      ? [{ tone: 'warn'         , text: 'never: no number of current rows makes up for the few rows of the reference' }]
      : []),
  ]
}

const compare = certifyingCommand('drift-compare', {
  summary: 'Compare a table with the one a model was built on, column by column',
  synopsis: '--reference FILE (--current FILE [--ignore COLUMN…] | --plan [--effect NUMBER])',
  examples: [
    'proofmark drift-compare --reference train.csv --current april.csv --ignore id',
    'proofmark drift-compare --plan --reference train.csv --effect 0.3 --ignore id',
  ],
});
const flags = [...compare.flags, ...PLAN_FLAGS];

const driftCompare             = {
  ...compare,
  flags,
  run(args) {
    const given = parseFlags(args, flags);
    return given.values.has('plan') ? driftPlan(given) : compare.run(args)
  },
};

export { driftCompare };
