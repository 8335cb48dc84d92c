import type { Check } from '../../evidence.ts'
import { isSensitive } from '../../tables/column.ts'
import type { Property } from '../../tables/contract/property.ts'
import type { Row } from '../../tables/row.ts'
import type { BoundMethod } from '../tokens/define-method.ts'
import type { TokenManifest } from '../tokens/manifest.ts'
import { tallyTokens } from '../tokens/token-check.ts'
import { type AnonymityRule, anonymity } from './anonymity.ts'
import { classification, columnCheck } from './column-check.ts'
import { sampleColumn } from './column-sample.ts'
import { groupRows } from './group-rows.ts'
import { headerValue } from './header-value.ts'
import { judgeColumn, worthAsking } from './judge-column.ts'
import * as kinds from './kinds/index.ts'
import type { SensitiveTable } from './result.ts'
import { headerCheck, tableCheck } from './table-check.ts'
import type { Library, Validators } from './validators.ts'

/** What a table is held against. */
export interface TableExpectation {
  /** The contract's columns by their name in the file. */
  readonly properties: ReadonlyMap<string, Property>
  /** Columns that the contract declares pseudonymised, and how. */
  readonly methods: ReadonlyMap<string, BoundMethod>
  /** Only where the table has all the quasi-identifiers. */
  readonly rule: AnonymityRule | undefined
}

export interface TableInspection {
  add(rows: readonly Row[]): void
  /** Looks at what was kept of the table; loads the libraries its columns ask for, and no others. */
  finish(
    load: (libraries: ReadonlySet<Library>) => Promise<Validators>,
    manifest: TokenManifest | undefined,
  ): Promise<{ checks: Check[]; table: SensitiveTable }>
}

/** Looks at a table once, front to back: what each column seems to hold, whether what should be tokens is, and how alike its rows are. */
export function inspectTable(
  file: string,
  header: readonly string[],
  { properties, methods, rule }: TableExpectation,
): TableInspection {
  const values = header.flatMap((name, at) => {
    const kind = headerValue(name)
    return kind ? [{ at, title: kind.title }] : []
  })
  // Somebody's data, where a name should be, is shown by its place.
  const columns = header.map((name, at) =>
    sampleColumn(values.some(each => each.at === at) ? `column ${at + 1}` : name),
  )
  const tallies = [...methods].map(([name, method]) => {
    const index = header.indexOf(name)
    return { name, tally: tallyTokens(file, name, method, index < 0 ? undefined : index) }
  })
  const sensitive = header.filter(name => {
    const property = properties.get(name)
    return property && isSensitive(property) && !rule?.quasiIdentifiers.includes(name)
  })
  const places = (names: readonly string[]) => names.map(name => header.indexOf(name))
  const grouping = rule && groupRows(places(rule.quasiIdentifiers), places(sensitive))
  let rows = 0

  return {
    add(batch) {
      rows += batch.length
      for (const [i, column] of columns.entries()) for (const { cells } of batch) column.add(cells[i] ?? '')
      for (const { tally } of tallies) tally.add(batch)
      grouping?.add(batch)
    },
    async finish(load, manifest) {
      const samples = columns.map(column => column.finish())
      const all = Object.values(kinds)
      const libraries = samples.flatMap(sample =>
        all.flatMap(kind => {
          const library = kind.values?.checksum?.library
          return library && worthAsking(kind, sample) ? library : []
        }),
      )
      const validators = await load(new Set(libraries))
      const tokens = tallies.map(({ name, tally }) => ({ name, check: tally.finish(manifest) }))
      const told = new Set(tokens.filter(({ check }) => check.status === 'pass').map(({ name }) => name))
      const found = samples.flatMap(sample => {
        const suspicion = judgeColumn(sample, all, validators)
        // What holds nothing but tokens is still named for what they stand for.
        return suspicion && (suspicion.confirmed || !told.has(sample.name)) ? { name: sample.name, suspicion } : []
      })
      const checks = found.map(({ name, suspicion }) => columnCheck(file, name, suspicion, properties.get(name)))
      const empty = samples.filter(({ cells }) => cells === 0).length
      if (checks.length === 0 || rows === 0) checks.push(tableCheck(file, rows, header.length, empty))
      if (values.length > 0) checks.push(headerCheck(file, values))
      const alike = grouping && rule ? anonymity(file, grouping, sensitive, rule) : undefined
      return {
        checks: [...checks, ...tokens.map(({ check }) => check), ...(alike?.checks ?? [])],
        table: {
          file,
          rows,
          columns: header.length,
          sensitive: found.map(({ name, suspicion: { kind, grounds, confirmed } }) => ({
            name,
            kind: kind.id,
            category: kind.category,
            classification: classification(properties.get(name)),
            confirmed,
            evidence: grounds,
          })),
          ...(alike?.result && { anonymity: alike.result }),
        },
      }
    },
  }
}
