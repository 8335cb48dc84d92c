/** A contract under construction: tables and their columns in the order in which they were met. */
export interface ContractDraft {
  /** Name of the contract; its tables' names are their own. */
  readonly name: string
  readonly tables: TableDraft[]
  /** How files are written, by path, as `data.dialects` of proofmark.yml has it; no part of a contract. */
  readonly dialects: Map<string, DialectDraft>
  /** Rules of the source that are not in the contract, each with the reason. */
  readonly left: LeftOut[]
}

/** What of a dialect is not as RFC 4180 has it. */
export type DialectDraft = Readonly<Record<string, unknown>>

export interface TableDraft {
  readonly name: string
  physicalName?: string
  description?: string
  readonly properties: Map<string, PropertyDraft>
  readonly quality: QualityDraft[]
  readonly relationships: RelationshipDraft[]
}

/** A column, as ODCS has it; a key that is absent is left out. */
export interface PropertyDraft {
  readonly name: string
  logicalType?: 'string' | 'date' | 'timestamp' | 'time' | 'number' | 'integer' | 'object' | 'array' | 'boolean'
  description?: string
  required?: true
  unique?: true
  primaryKey?: true
  primaryKeyPosition?: number
  classification?: string
  readonly logicalTypeOptions: Record<string, number | string>
  readonly quality: QualityDraft[]
}

/** A rule under `quality`. */
export type QualityDraft =
  | ({ readonly metric: string; readonly arguments?: Readonly<Record<string, unknown>> } & Readonly<
      Record<string, unknown>
    >)
  | {
      readonly type: 'custom'
      readonly engine: 'proofmark'
      readonly implementation: Readonly<Record<string, unknown>>
      readonly severity?: string
    }

export interface RelationshipDraft {
  readonly from: readonly string[]
  /** `table.column` each. */
  readonly to: readonly string[]
}

/** A rule that could not be taken over. */
export interface LeftOut {
  /** Its name in the source, and what it speaks of. */
  readonly rule: string
  readonly reason: string
  /** Where it stands in the source. */
  readonly path: readonly PropertyKey[]
}

/** A contract of no tables yet. */
export const draftContract = (name: string): ContractDraft => ({ name, tables: [], dialects: new Map(), left: [] })

/** The draft's table of that name, begun where there is none. */
export function tableOf(draft: ContractDraft, name: string): TableDraft {
  const known = draft.tables.find(table => table.name === name)
  if (known) return known
  const table: TableDraft = { name, properties: new Map(), quality: [], relationships: [] }
  draft.tables.push(table)
  return table
}

/** The table's column of that name, begun where there is none. */
export function propertyOf(table: TableDraft, name: string): PropertyDraft {
  const known = table.properties.get(name)
  if (known) return known
  const property: PropertyDraft = { name, logicalTypeOptions: {}, quality: [] }
  table.properties.set(name, property)
  return property
}
