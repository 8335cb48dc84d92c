import { closestMatch } from 'leven'
import { stringify } from 'yaml'
import type { Document } from '../../documents/document.ts'
import { readYaml } from '../../documents/read-yaml.ts'
import { UserError } from '../../user-error.ts'
import { contractText } from '../drafts/contract-text.ts'
import * as all from '../importers/index.ts'
import type { Importer, KnownExpectations } from './importer.ts'
import { takeNumbers } from './take-numbers.ts'

const IMPORTERS: readonly Importer[] = Object.values(all)

/** A contract made of another tool's rules. */
export interface ImportedContract {
  /** ODCS v3.1, YAML. */
  readonly contract: string
  /** What the source was taken for. */
  readonly title: string
  readonly tables: number
  readonly columns: number
  /** Rules taken over, columns and their types not counted. */
  readonly rules: number
  /** Dialects of the files, as proofmark.yml has them (YAML); absent where all are CSV as RFC 4180 has it. */
  readonly dialects?: string
  /** Rules that were not, each with its place and the reason. */
  readonly left: readonly {
    readonly rule: string
    readonly reason: string
    readonly place: string
    readonly line?: number
  }[]
}

/** Reads rules of another tool, JSON or YAML, told by its shape unless `format` names the tool; throws a `UserError` where it is none that is known. */
export function importContract(
  name: string,
  text: string,
  known: KnownExpectations,
  format?: string,
): ImportedContract {
  const document = readYaml(name, text)
  const importer = format === undefined ? recognise(document) : named(format, document)
  const table = (name.split('/').at(-1) ?? name).replace(/(?<=.)\..*$/, '')
  const draft = importer.read(document, table, known)
  for (const drafted of draft.tables) takeNumbers(drafted)
  const columns = draft.tables.flatMap(({ properties }) => [...properties.values()])
  const ofColumn = columns.flatMap(({ required, unique, primaryKey, logicalTypeOptions, quality }) => [
    ...[required, unique, primaryKey].filter(Boolean),
    ...Object.keys(logicalTypeOptions),
    ...quality,
  ])
  const ofTable = draft.tables.flatMap(({ quality, relationships }) => [...quality, ...relationships])
  return {
    contract: contractText(draft, `Imported from ${name}`),
    title: importer.title,
    tables: draft.tables.length,
    columns: columns.length,
    rules: ofColumn.length + ofTable.length,
    ...(draft.dialects.size > 0 && {
      dialects: stringify(
        { data: { dialects: Object.fromEntries(draft.dialects) } },
        { lineWidth: 120, aliasDuplicateObjects: false },
      ),
    }),
    left: draft.left.map(({ rule, reason, path }) => {
      const { text: place, line } = document.place(path)
      return { rule, reason, place, ...(line === undefined ? {} : { line }) }
    }),
  }
}

function recognise(document: Document): Importer {
  const fits = IMPORTERS.filter(importer => importer.recognise(document.value))
  const [only, ...others] = fits
  if (only && others.length === 0) return only
  const found = only ? `what several may have written: ${fits.map(({ title }) => title).join(', ')}` : 'none of them'
  throw new UserError(
    'import.unknown',
    `Expected ${document.name} to be ${IMPORTERS.map(({ title }) => title).join(', ')} but found ${found}`,
    { file: document.name, hint: `Name what it is: --format ${IMPORTERS.map(({ id }) => id).join(', ')}` },
  )
}

function named(format: string, document: Document): Importer {
  const importer = IMPORTERS.find(({ id }) => id === format)
  if (!importer) {
    const ids = IMPORTERS.map(({ id }) => id)
    const meant = closestMatch(format, ids, { maxDistance: 4 })
    throw new UserError('import.format', `Expected --format to be one of ${ids.join(', ')} but found '${format}'`, {
      ...(meant === undefined ? {} : { hint: `Did you mean ${meant}?` }),
    })
  }
  if (importer.recognise(document.value)) return importer
  throw new UserError('import.shape', `Expected ${document.name} to be ${importer.title} but it has another shape`, {
    file: document.name,
    hint: 'Leave --format out to have it recognised',
  })
}
