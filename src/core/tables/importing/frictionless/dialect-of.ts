import { z } from 'zod'
import { Dialect } from '../../dialect.ts'
import type { DialectDraft } from '../../drafts/draft.ts'

/** How a resource says that its file is written: at the dialect itself (v1, v2) or under `csv` (the framework). */
const Written = z.looseObject({
  delimiter: z.string().optional(),
  quoteChar: z.string().nullish(),
  doubleQuote: z.boolean().optional(),
  escapeChar: z.string().nullish(),
  skipInitialSpace: z.boolean().optional(),
  lineTerminator: z.string().optional(),
  nullSequence: z.string().nullish(),
  header: z.boolean().optional(),
  commentChar: z.string().nullish(),
})
const WithCsv = Written.extend({ csv: Written.optional() })

/** What is said of the file beside its dialect. */
export interface DescribedFile {
  readonly dialect: unknown
  readonly encoding: string | undefined
  readonly fields: readonly { readonly name: string; readonly type: string; readonly [key: string]: unknown }[]
  readonly missingValues: readonly unknown[]
}

export interface ReadDialect {
  /** Only what differs from CSV as RFC 4180 has it. */
  readonly dialect: DialectDraft
  /** Keys of fields and schema that the dialect has taken over. */
  readonly taken: ReadonlySet<string>
  /** Keys of the resource's dialect that it cannot say, each with the reason. */
  readonly left: readonly { readonly key: string; readonly reason: string }[]
}

/** Names of the framework's encodings that the dialect has under another. */
const ENCODINGS: Readonly<Record<string, string>> = {
  utf8: 'utf-8',
  'utf-8-sig': 'utf-8',
  ascii: 'utf-8',
  'us-ascii': 'utf-8',
  cp1250: 'windows-1250',
  cp1251: 'windows-1251',
  cp1252: 'windows-1252',
  'iso-8859-1': 'windows-1252',
  latin1: 'windows-1252',
  latin2: 'iso-8859-2',
  'iso8859-15': 'iso-8859-15',
}
/** Said by their defaults, or of no meaning to a reader that takes every line end and knows names by their letters. */
const SILENT: readonly string[] = [
  'csv',
  'csvddfVersion',
  '$schema',
  'caseSensitiveHeader',
  'type',
  'title',
  'description',
]

/** A resource's dialect as one of `data.dialects`. */
export function dialectOf({ dialect, encoding, fields, missingValues }: DescribedFile): ReadDialect {
  const read = WithCsv.safeParse(dialect ?? {})
  const { csv, ...outer } = read.success ? read.data : {}
  const written: Readonly<Record<string, unknown>> = { ...outer, ...csv }
  const draft: Record<string, unknown> = {}
  const left: { key: string; reason: string }[] = read.success
    ? []
    : [{ key: 'dialect', reason: 'it is not understood' }]
  const taken = new Set<string>()
  const noWay = 'data.dialects in proofmark.yml has no word for it'
  for (const [key, value] of Object.entries(written)) {
    if (value === undefined || value === null || SILENT.includes(key)) continue
    if (key === 'delimiter' && value !== ',') draft.delimiter = value
    else if (key === 'quoteChar' && value !== '"') draft.quote = value
    else if (key === 'escapeChar') draft.escape = value
    else if (key === 'commentChar') draft.comment = value
    else if (key === 'nullSequence') draft.nulls = [value]
    else if (key === 'header' && value === false) {
      draft.header = false
      if (fields.length > 0) draft.columns = fields.map(({ name }) => name)
    } else if (key === 'doubleQuote' && value === false && written.escapeChar == null) left.push({ key, reason: noWay })
    else if (key === 'skipInitialSpace' && value === true) left.push({ key, reason: noWay })
    else if (key === 'lineTerminator' && !/^(\r\n|\n)$/.test(String(value))) left.push({ key, reason: noWay })
    else if (!(key in Written.shape)) left.push({ key, reason: noWay })
  }
  const name = encoding?.toLowerCase()
  if (name !== undefined && (ENCODINGS[name] ?? name) !== 'utf-8') draft.encoding = ENCODINGS[name] ?? name

  const numbers = fields.filter(({ type }) => type === 'number')
  for (const [key, mark] of [
    ['decimalChar', 'decimal'],
    ['groupChar', 'thousands'],
  ] as const) {
    const [first, ...others] = new Set(numbers.map(field => field[key]))
    // Of the whole file, so only where all its numbers are written alike.
    if (first === undefined || others.length > 0) continue
    if (!(mark === 'decimal' && first === '.')) draft[mark] = first
    taken.add(key)
  }
  const nulls = missingValues.filter((token): token is string => typeof token === 'string' && token !== '')
  if (nulls.length > 0) {
    draft.nulls = [...new Set([...[draft.nulls ?? []].flat(), ...nulls])]
    taken.add('missingValues')
  }
  return fitting(draft, taken, left)
}

/** Without what the settings would refuse, such as a delimiter of two characters. */
function fitting(
  draft: Record<string, unknown>,
  taken: Set<string>,
  left: { key: string; reason: string }[],
): ReadDialect {
  const faults = Dialect.safeParse(draft).error?.issues ?? []
  for (const { path, message } of faults) {
    const key = String(path[0])
    delete draft[key]
    left.push({ key, reason: `data.dialects in proofmark.yml does not take it: ${message}` })
  }
  return { dialect: draft, taken, left }
}
