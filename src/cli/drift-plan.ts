import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { ExitCode } from '../commands/exit-code.ts'
import { type DriftPlan, planDrift } from '../commands/plan-drift.ts'
import { compose, locate } from '../compose.ts'
import { figure, percent } from '../core/drift/figure.ts'
import { POWER } from '../core/drift/plan-columns.ts'
import { inputsOf } from '../core/settings/inputs.ts'
import { readSettings } from '../core/settings/read-settings.ts'
import { UserError } from '../core/user-error.ts'
import { grouped } from '../core/wording/grouped.ts'
import { visible } from '../report/markdown/escape.ts'
import type { Line } from '../report/terminal.ts'
import { printLines } from '../terminal/print-lines.ts'
import { terminalLog } from '../terminal/terminal-log.ts'
import type { CliFlag } from './cli-command.ts'
import type { ParsedFlags } from './parse-flags.ts'

/** Flags that only planning has. */
export const PLAN_FLAGS: readonly CliFlag[] = [
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
]

/** Prints the rows that a comparison with the reference needs, by the same flags and settings as the comparison. */
export async function driftPlan(given: ParsedFlags): Promise<ExitCode> {
  const { values } = given
  const place = locate(process.cwd(), values.get('config')?.at(-1))
  const log = terminalLog(process.stderr, { quiet: values.has('quiet') || values.has('json') })
  const settings = readSettings({
    command: 'drift-compare',
    ...(place.config === undefined
      ? {}
      : { file: { name: place.config, text: await readFile(resolve(place.root, place.config), 'utf8') } }),
    inputs: new Map(inputsOf('drift-compare').map(({ name, flag }) => [name, values.get(flag ?? name) ?? []])),
    nameInput: input => `--${input.flag ?? input.name}`,
    rebase: place.rebase,
  })
  const plan = await planDrift(settings, effectOf(values.get('effect')?.at(-1)), compose(place.root, log, {}))
  log.done()
  if (values.has('json')) process.stdout.write(`${JSON.stringify(plan, null, 2)}\n`)
  else printLines(process.stdout, report(plan))
  return 0
}

function effectOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const effect = Number(text)
  if (text.trim() !== '' && effect > 0 && Number.isFinite(effect)) return effect
  throw new UserError('flags.effect', `Expected --effect to be a number above 0 but found '${text}'`, {
    hint: "Give it on the scale of the columns' methods, e.g. 0.3",
  })
}

function report({ reference, rows, columns }: DriftPlan): Line[] {
  const count = (rows: number | undefined) => (rows === undefined ? 'never' : grouped(rows))
  const table = [
    ['column', 'method', 'limit', 'effect', 'rows to pass', 'rows to find'],
    ...columns.map(({ column, kind, method, limit, effect, passes, finds, unplanned }) => [
      column,
      method ?? kind,
      ...(unplanned === undefined
        ? [figure(limit ?? 0), figure(effect ?? 0), count(passes), count(finds)]
        : [unplanned]),
    ]),
  ]
  const width = (i: number) => Math.max(...table.filter(cells => cells.length > 3).map(cells => cells[i]?.length ?? 0))
  const padded = (cells: readonly string[]) =>
    cells.map((cell, i) =>
      i < 2 ? cell.padEnd(width(i)) : i === 2 && cells.length === 3 ? cell : cell.padStart(width(i)),
    )
  return [
    { tone: 'strong', text: visible(`${grouped(rows)} rows of ${reference}: current rows that each column needs`) },
    ...table.map(
      (cells, i): Line => ({ tone: i === 0 ? 'muted' : 'plain', text: visible(`  ${padded(cells).join('  ')}`) }),
    ),
    { tone: 'plain', text: '' },
    {
      tone: 'muted',
      text: `rows to pass: an unchanged column passes with ${percent(POWER)} chance · rows to find: one that has changed by the effect fails with ${percent(POWER)} chance`,
    },
    ...(columns.some(one => one.unplanned === undefined && (one.passes === undefined || one.finds === undefined))
      ? [{ tone: 'warn' as const, text: 'never: no number of current rows makes up for the few rows of the reference' }]
      : []),
  ]
}
