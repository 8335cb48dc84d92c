import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { expect } from 'vitest'
import type { Engine } from '../../../src/ports/engine.ts'
import type { Tables } from '../../../src/ports.ts'
import { type Case, casesIn, KEY, makeTextTables, settingsOf, type TextTable, textTable } from './cases.ts'
import { compared } from './compared.ts'
import { judged } from './judged.ts'
import { tablesOf } from './tables-of.ts'

/** Where an engine has a table of a case. */
export type AddressOf = (table: string) => string

/** What is said where a check is left open because its rows would have to be looked at one by one. */
const OPEN = /is not known in SQL|too many to (look at|judge) one by one/
const AS_OF = Date.parse('2024-07-01T00:00:00Z')
const contractOf = ({ folder }: Case) => ({
  name: 'contract.odcs.yaml',
  text: readFileSync(join(folder, 'contract.odcs.yaml'), 'utf8'),
})
const keyed = (address: string): string => `${address}&key=${encodeURIComponent(KEY)}`

/** Cases of every check and of every method of drift: `most` of each. */
export const allCases = (most = Number.POSITIVE_INFINITY) => ({
  checks: casesIn('tables', most).map((found, i) => ({ ...found, table: `c${i}` })),
  methods: casesIn('drift', most).map((found, i) => ({ ...found, reference: `r${i}`, current: `u${i}` })),
})
export type AllCases = ReturnType<typeof allCases>

/** The tables of cases. */
export const textTablesOf = ({ checks, methods }: AllCases): Promise<TextTable[]> =>
  Promise.all([
    ...checks.map(({ table, folder }) => textTable(table, folder, 't.csv')),
    ...methods.flatMap(({ reference, current, folder }) => [
      textTable(reference, folder, 'reference.csv'),
      textTable(current, folder, 'current.csv'),
    ]),
  ])

/** Writes the tables of cases for those who read files, and for DuckDB. */
export async function writeCases(root: string, cases: AllCases): Promise<TextTable[]> {
  const tables = await textTablesOf(cases)
  await makeTextTables(root, tables)
  return tables
}

/** Who is asked for the rows that an engine has. */
export interface Asked {
  readonly addressOf: AddressOf
  /** The most rows of a table that are fetched, where nothing else answers. */
  readonly rows?: 0 | undefined
  /** An engine that takes statements together, in place of the one of the addresses; all cases are measured at once then. */
  readonly instead?: Engine
}

/** What is said of the files of cases, once for all engines. */
const known = new Map<string, Promise<unknown>>()
async function ofFile<Found>(root: string, name: string, find: () => Promise<Found>): Promise<Found> {
  const key = `${root} ${name}`
  const found = (known.get(key) as Promise<Found> | undefined) ?? find()
  known.set(key, found)
  return found
}

/** One after another; at once only where an engine takes statements together. */
async function eachOf<Item>(items: readonly Item[], instead: Engine | undefined, does: (item: Item) => Promise<void>) {
  if (instead) await Promise.all(items.map(does))
  else for (const item of items) await does(item)
}

/**
 * Holds every check to what it says of a file of the same rows. Where no row may be fetched, what is not known in SQL is left open and
 * says so; never does it get another verdict. How many were the same, and how many left open; and which were neither.
 */
export async function holdChecks(
  root: string,
  { checks }: Pick<AllCases, 'checks'>,
  { addressOf, rows, instead }: Asked,
) {
  const tables: Tables = tablesOf(root, rows === undefined ? {} : { rows }, { instead })
  const found = { same: 0, open: [] as string[], other: [] as string[] }
  await eachOf(checks, instead, async each => {
    const here = await ofFile(root, each.name, () =>
      judged(tables, `${each.table}.parquet`, contractOf(each), AS_OF, 't.csv'),
    )
    const there = await judged(tables, keyed(addressOf(each.table)), contractOf(each), AS_OF, 't.csv')
    if (rows === undefined) expect([...there.untaken], each.name).toEqual([])
    expect(there.checks.length, each.name).toBe(here.checks.length)
    for (const [i, check] of there.checks.entries()) {
      if (rows === 0 && check.status === 'inconclusive' && OPEN.test(check.reason)) found.open.push(each.name)
      else if (isDeepStrictEqual(check, here.checks[i])) found.same += 1
      else found.other.push(`${each.name}: ${check.status} (${check.reason}), not ${here.checks[i]?.status}`)
    }
  })
  return found
}

/** Holds every method of drift to what it says of files, with the current table on an engine. How many checks were the same. */
export async function holdMethods(
  root: string,
  { methods }: Pick<AllCases, 'methods'>,
  { addressOf, rows, instead }: Asked,
) {
  const tables = tablesOf(root, rows === undefined ? {} : { rows }, { instead })
  let same = 0
  await eachOf(methods, instead, async each => {
    const { reference: _, current: __, ...settings } = settingsOf(each)
    const files = { reference: `${each.reference}.parquet`, current: `${each.current}.parquet` }
    const here = await ofFile(root, each.name, () => compared(tables, root, files, { ...settings, ignore: [KEY] }))
    const sides = { ...files, current: keyed(addressOf(each.current)) }
    const there = await compared(tables, root, sides, { ...settings, ignore: [KEY] })
    expect(there, each.name).toEqual(here)
    same += here.checks.length
  })
  return same
}
