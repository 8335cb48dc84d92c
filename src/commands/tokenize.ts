import { NAMESPACE } from '../core/identifiers.ts'
import { contractColumns } from '../core/security/sensitive/contract-columns.ts'
import type { Ciphers } from '../core/security/tokens/ciphers.ts'
import { csvLine } from '../core/security/tokens/csv-cell.ts'
import { declaredMethod, PROPERTY } from '../core/security/tokens/declared-method.ts'
import type { BoundMethod } from '../core/security/tokens/define-method.ts'
import { manifestPath, parseManifest, type TokenManifest } from '../core/security/tokens/manifest.ts'
import { readTokenKey } from '../core/security/tokens/read-token-key.ts'
import { type TokenKeys, tokenKeys } from '../core/security/tokens/token-keys.ts'
import { isReversible, restoreTable, tokenizeTable } from '../core/security/tokens/tokenize-table.ts'
import { isSensitive } from '../core/tables/column.ts'
import type { Property } from '../core/tables/contract/property.ts'
import type { ReadContract } from '../core/tables/contract/read-contract.ts'
import { UserError } from '../core/user-error.ts'
import { grouped } from '../core/wording/grouped.ts'
import type { Ports, Table } from '../ports.ts'
import { openContract } from './open-contract.ts'

export interface TokenizeOptions {
  readonly data: string
  readonly contract: string
  readonly out: string
  /** Text of the key, and the name of the place it is from, for messages. */
  readonly key: { readonly text: string; readonly place: string }
  readonly reverse: boolean
}

/** Where the table goes: whole once `finish` returns, nothing of it before. */
export interface TableSink {
  write(text: string): Promise<void>
  finish(): Promise<{ sha256: string; bytes: number }>
}

export interface Tokenized {
  readonly keyId: string
  readonly rows: number
  readonly columns: TokenManifest['columns']
  /** With `reverse`: columns whose values are back, and those that stay tokens. */
  readonly reversed: readonly string[]
  readonly kept: readonly string[]
  /** Columns that the contract classifies as sensitive and leaves raw. */
  readonly raw: readonly string[]
  /** Path of the manifest; none with `reverse`. */
  readonly manifest: string | undefined
}

const MAX_MANIFEST = 1024 * 1024
/** Rows between two reports of progress. */
const REPORT = 100_000

/** Pseudonymises a table as its contract declares, or gives the values back; streams, so that no table is too long. */
export async function tokenize(
  options: TokenizeOptions,
  sink: TableSink,
  ciphers: Ciphers,
  ports: Ports,
): Promise<Tokenized> {
  const keys = tokenKeys(readTokenKey(options.key.text, options.key.place), ciphers)
  const { contract } = await openContract(options.contract, ports.files)
  const table = await ports.tables.open(options.data)
  try {
    return await tokenizeRows(table, options, { contract, keys, ciphers, sink }, ports)
  } finally {
    await table.close?.()
  }
}

interface Tokenizing {
  readonly contract: ReadContract
  readonly keys: TokenKeys
  readonly ciphers: Ciphers
  readonly sink: TableSink
}

async function tokenizeRows(
  table: Table,
  options: TokenizeOptions,
  { contract, keys, ciphers, sink }: Tokenizing,
  ports: Ports,
): Promise<Tokenized> {
  const properties = contractColumns(contract, options.data)
  refuseUnknown(options, table.header, properties)
  const methods = declaredMethods(properties, contract.name, table.header)
  if (methods.size === 0) throw nothingDeclared(contract.name, options.data)
  if (options.reverse) await refuseOtherKey(options, keys.id, methods, table.header, ports)
  else refuseMissing(options, methods, table.header)

  const given = { file: options.data, header: table.header, methods, keys, ciphers }
  const tokenized = options.reverse ? restoreTable(given) : tokenizeTable(given)
  const separator = /\.(tsv|tab)$/i.test(options.out) ? '\t' : ','
  if (tokenized.header.length === 0) throw nothingLeft(options.data)
  await sink.write(csvLine(tokenized.header, separator))
  let rows = 0
  let next = REPORT
  for await (const batch of table.batches) {
    await sink.write(batch.map(row => csvLine(tokenized.row(row), separator)).join(''))
    rows += batch.length
    if (rows < next) continue
    ports.log.progress(`${options.data}: ${grouped(rows)} rows`)
    next = rows + REPORT
  }
  if (rows === 0) throw noRows(options.data)
  const written = await sink.finish()

  const columns = [...methods].map(([name, { id }]) => ({ name, method: id, reversible: isReversible(name, methods) }))
  const { reversed, kept } = tokenized
  const raw = [...properties].filter(
    ([name, property]) => table.header.includes(name) && isSensitive(property) && !methods.has(name),
  )
  const result = { keyId: keys.id, rows, columns, reversed, kept, raw: raw.map(([name]) => name) }
  if (options.reverse) return { ...result, manifest: undefined }
  const manifest = manifestPath(options.out)
  await ports.files.write(manifest, `${JSON.stringify(manifestOf(written, result), null, 2)}\n`)
  return { ...result, manifest }
}

const manifestOf = (
  written: { sha256: string; bytes: number },
  { keyId, rows, columns }: Pick<Tokenized, 'keyId' | 'rows' | 'columns'>,
): TokenManifest => ({
  schema: `${NAMESPACE}tokens/v1`,
  table: { ...written, rows },
  keyId,
  status: 'pseudonymised',
  columns,
})

/** By the name each column has in the file; a declared column that the file does not have keeps the contract's name. */
function declaredMethods(
  properties: ReadonlyMap<string, Property>,
  contract: string,
  header: readonly string[],
): Map<string, BoundMethod> {
  const methods = new Map<string, BoundMethod>()
  for (const property of new Set(properties.values())) {
    const method = declaredMethod(property, contract)
    const names = [property.name, ...(property.physicalName === undefined ? [] : [property.physicalName])]
    if (method) methods.set(names.find(name => header.includes(name)) ?? property.name, method)
  }
  return methods
}

/** A column that nobody described would leave raw. */
function refuseUnknown(
  { data, contract }: TokenizeOptions,
  header: readonly string[],
  properties: ReadonlyMap<string, Property>,
): void {
  const unknown = header.filter(name => !properties.has(name))
  if (unknown.length === 0) return
  throw new UserError(
    'tokenize.unknown-column',
    `Expected ${contract} to describe every column of ${data} but it has no ${unknown.join(', ')}`,
    {
      file: data,
      hint: `Add them to the contract; with ${PROPERTY}: drop where they should be left out`,
    },
  )
}

function refuseMissing(
  { data }: TokenizeOptions,
  methods: ReadonlyMap<string, BoundMethod>,
  header: readonly string[],
): void {
  const missing = [...methods.keys()].filter(name => !header.includes(name))
  if (missing.length === 0) return
  throw new UserError(
    'tokenize.missing-column',
    `Expected ${data} to have the columns to pseudonymise but it has no ${missing.join(', ')}`,
    {
      file: data,
      hint: 'Correct the names in the contract: under another name a column would leave raw',
    },
  )
}

/** A wrong key gives other digits and dates, and no error: the manifest beside the table knows the right one. */
async function refuseOtherKey(
  { data }: TokenizeOptions,
  keyId: string,
  methods: ReadonlyMap<string, BoundMethod>,
  header: readonly string[],
  { files }: Ports,
): Promise<void> {
  const silent = header.filter(name => methods.get(name)?.holds === undefined && isReversible(name, methods))
  if (silent.length === 0) return
  const path = manifestPath(data)
  const manifest = (await files.exists(path))
    ? parseManifest(await files.readText(path, { maxBytes: MAX_MANIFEST }))
    : undefined
  const { sha256 } = await files.digest(data)
  const found =
    manifest === undefined
      ? 'none'
      : manifest.keyId !== keyId
        ? `the key ${manifest.keyId}, which is not ${keyId}`
        : manifest.table.sha256 !== sha256
          ? 'one of another table'
          : undefined
  if (found === undefined) return
  throw new UserError(
    'tokenize.manifest',
    `Expected ${path} to say that this key made ${silent.join(', ')} of this table but found ${found}`,
    {
      file: path,
      hint: 'Give the table as tokenize wrote it, its manifest beside it, and the key it names',
    },
  )
}

const nothingDeclared = (contract: string, data: string) =>
  new UserError(
    'tokenize.nothing-declared',
    `Expected ${contract} to declare a column of ${data} pseudonymised but found none`,
    {
      file: contract,
      hint: `Give a column the custom property ${PROPERTY}, e.g. with the value hmac`,
    },
  )

const nothingLeft = (data: string) =>
  new UserError('tokenize.nothing-left', `Expected a column of ${data} to stay but the contract drops all of them`, {
    file: data,
  })

const noRows = (data: string) =>
  new UserError('tokenize.no-rows', `Expected rows in ${data} but found none`, {
    file: data,
    hint: 'Check the step that writes it',
  })
