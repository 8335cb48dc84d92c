import type { Check, Material } from '../core/evidence.ts'
import type { AnonymityRule } from '../core/security/sensitive/anonymity.ts'
import { contractColumns } from '../core/security/sensitive/contract-columns.ts'
import { inspectTable } from '../core/security/sensitive/inspect-table.ts'
import { loadValidators } from '../core/security/sensitive/load-validators.ts'
import { missingColumnsCheck, noTableCheck } from '../core/security/sensitive/quasi-identifiers-check.ts'
import type { SensitiveTable } from '../core/security/sensitive/result.ts'
import { unreadTableCheck } from '../core/security/sensitive/table-check.ts'
import { declaredMethod } from '../core/security/tokens/declared-method.ts'
import type { BoundMethod } from '../core/security/tokens/define-method.ts'
import { manifestPath, parseManifest } from '../core/security/tokens/manifest.ts'
import type { Settings } from '../core/settings/schema.ts'
import type { Property } from '../core/tables/contract/property.ts'
import type { ReadContract } from '../core/tables/contract/read-contract.ts'
import { UserError } from '../core/user-error.ts'
import type { Ports } from '../ports.ts'
import { openContract } from './open-contract.ts'

const MAX_MANIFEST = 1024 * 1024

export interface ScannedTables {
  readonly materials: Material[]
  readonly checks: Check[]
  readonly tables: SensitiveTable[]
}

interface NamedTable {
  readonly path: string
  readonly role: Material['role']
}

/** Reads every table that the settings name for sensitive data, each once. A table that cannot be read is inconclusive; the others are looked at all the same. */
export async function scanTables(settings: Settings, ports: Ports): Promise<ScannedTables> {
  const scanned: ScannedTables = { materials: [], checks: [], tables: [] }
  const tables = await namedTables(settings, ports, scanned.checks)
  const rule = ruleOf(settings)
  if (tables.length === 0 && scanned.checks.length === 0 && !rule) return scanned
  const contract = await readContract(settings, ports, scanned)
  if (contract === 'unreadable') return scanned
  let grouped = false
  for (const table of tables) {
    try {
      grouped = (await scanTable(table, contract, rule, scanned, ports)) || grouped
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      scanned.checks.push(unreadTableCheck(table.path, error))
    }
  }
  if (rule && !grouped) scanned.checks.push(noTableCheck(rule.quasiIdentifiers))
  return scanned
}

async function namedTables(
  { data, certify, drift }: Settings,
  { files }: Ports,
  checks: Check[],
): Promise<NamedTable[]> {
  const named: NamedTable[] = [
    ...(data.files ?? []).map(path => ({ path, role: 'data' as const })),
    ...(certify.predictions === undefined ? [] : [{ path: certify.predictions, role: 'predictions' as const }]),
    ...(certify.champion === undefined ? [] : [{ path: certify.champion, role: 'champion' as const }]),
    ...(drift.reference === undefined ? [] : [{ path: drift.reference, role: 'reference' as const }]),
    ...(drift.current === undefined ? [] : [{ path: drift.current, role: 'current' as const }]),
    ...(drift.series ?? []).flatMap(({ log }) => (log === undefined ? [] : [{ path: log, role: 'series' as const }])),
  ]
  const found = new Map<string, NamedTable>()
  for (const { path, role } of named) {
    try {
      for (const file of await files.list([path])) if (!found.has(file)) found.set(file, { path: file, role })
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      checks.push(unreadTableCheck(path, error))
    }
  }
  return [...found.values()]
}

/** A contract that cannot be read leaves every column unjudged, rather than unclassified. */
async function readContract(
  { data }: Settings,
  { files }: Ports,
  { materials, checks }: ScannedTables,
): Promise<ReadContract | undefined | 'unreadable'> {
  if (data.contract === undefined) return undefined
  try {
    const { contract, material } = await openContract(data.contract, files)
    materials.push(material)
    return contract
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    checks.push(unreadTableCheck(data.contract, error))
    return 'unreadable'
  }
}

const ruleOf = ({ security }: Settings): AnonymityRule | undefined =>
  security['quasi-identifiers'] && {
    quasiIdentifiers: security['quasi-identifiers'],
    minK: security['min-k'],
    minL: security['min-l'],
  }

/** Returns whether the rows could be grouped by the quasi-identifiers. */
async function scanTable(
  { path, role }: NamedTable,
  contract: ReadContract | undefined,
  rule: AnonymityRule | undefined,
  { materials, checks, tables }: ScannedTables,
  ports: Ports,
): Promise<boolean> {
  ports.log.progress(`${path}: looking for sensitive data`)
  const { header, batches, material } = await ports.tables.open(path)
  const properties = contractColumns(contract, path)
  const methods = methodsOf(properties, contract, header, role)
  const missing = rule?.quasiIdentifiers.filter(name => !header.includes(name)) ?? []
  const complete = rule !== undefined && missing.length === 0
  const inspection = inspectTable(path, header, { properties, methods, rule: complete ? rule : undefined })
  for await (const batch of batches) inspection.add(batch)
  const read = material(role)
  materials.push(read)
  const found = await inspection.finish(loadValidators, await manifestOf(path, read.digest.sha256, ports))
  checks.push(...found.checks)
  tables.push(found.table)
  if (rule && missing.length > 0 && role === 'data') checks.push(missingColumnsCheck(path, missing, rule.minK))
  return complete
}

/** How the contract wants the table's columns pseudonymised; of columns that the table does not have, only those of a table of data that must be left out. */
function methodsOf(
  properties: ReadonlyMap<string, Property>,
  contract: ReadContract | undefined,
  header: readonly string[],
  role: Material['role'],
): Map<string, BoundMethod> {
  const methods = new Map<string, BoundMethod>()
  for (const property of new Set(properties.values())) {
    const method = contract && declaredMethod(property, contract.name)
    if (!method) continue
    const present = [property.name, property.physicalName].find(name => name !== undefined && header.includes(name))
    if (present !== undefined) methods.set(present, method)
    else if (method.id === 'drop' && role === 'data') methods.set(property.name, method)
  }
  return methods
}

/** The manifest beside a table, where it is of these very bytes. */
async function manifestOf(path: string, sha256: string, { files }: Ports) {
  const beside = manifestPath(path)
  if (!(await files.exists(beside))) return undefined
  const manifest = parseManifest(await files.readText(beside, { maxBytes: MAX_MANIFEST }))
  return manifest?.table.sha256 === sha256 ? manifest : undefined
}
