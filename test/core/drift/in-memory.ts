import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { driftCompare } from '../../../src/commands/drift-compare.ts'
import { DriftResult, type DriftRow } from '../../../src/core/drift/result.ts'
import { Check } from '../../../src/core/evidence.ts'
import { readSettings } from '../../../src/core/settings/read-settings.ts'
import { Settings } from '../../../src/core/settings/schema.ts'
import { verdictOf } from '../../../src/core/verdict.ts'
import type { Ports, Row, Table } from '../../../src/ports.ts'
import { measureRows } from '../../../src/tables/measure-rows.ts'

/** A table whose CSV text is at hand; lines are right as long as no cell holds a line break. */
function table(name: string, text: string): Table {
  const [header = [], ...records] = parse(text, { skip_empty_lines: false })
  const rows = records.map((cells: string[], i: number): Row => ({ line: i + 2, cells }))
  const sha256 = createHash('sha256').update(text).digest('hex')
  return {
    header,
    batches: (async function* () {
      for (let start = 0; start < rows.length; start += 100) yield rows.slice(start, start + 100)
    })(),
    material: role => ({ name, role, digest: { sha256 }, bytes: text.length, rows: rows.length }),
  }
}

function absent(port: string) {
  return (): never => {
    throw new Error(`drift-compare has no business with ${port}`)
  }
}

/** Ports over tables that are CSV texts by path; whatever else is asked of them is an error. */
export function inMemory(files: Record<string, string>, metrics?: Ports['metrics']): Ports {
  return {
    files: {
      read: absent('files.read'),
      readText: absent('files.readText'),
      exists: absent('files.exists'),
      list: absent('files.list'),
      digest: absent('files.digest'),
      write: absent('files.write'),
      remove: absent('files.remove'),
    },
    tables: {
      open: async path => table(path, files[path] ?? ''),
      measure: (path, job, options) => measureRows(async () => table(path, files[path] ?? ''), job, options),
      find: () => () => Promise.reject(new Error('No row is looked for here')),
    },
    advisories: { find: absent('advisories') },
    metrics: metrics ?? { range: absent('metrics') },
    scanner: { open: absent('scanner') },
    programs: { run: absent('programs') },
    onnx: { open: absent('onnx') },
    logs: { open: absent('logs') },
    encryption: {
      isKeyService: absent('encryption'),
      encrypt: absent('encryption'),
      decrypt: absent('encryption'),
      random: absent('encryption'),
    },
    signing: {
      generate: absent('signing'),
      open: absent('signing'),
      seal: absent('signing'),
      verify: absent('signing'),
      signatory: absent('signing'),
      publicKey: absent('signing'),
    },
    identityTokens: { token: absent('identityTokens') },
    log: { info() {}, warn() {}, progress() {} },
    context: {},
    now: () => new Date(0),
    noteKeys: {
      hash: absent('noteKeys'),
      verify: absent('noteKeys'),
      generate: absent('noteKeys'),
      publicKey: absent('noteKeys'),
      sign: absent('noteKeys'),
    },
    pause: absent('pause'),
    issuers: { keys: absent('issuers'), verify: absent('issuers'), thumbprints: absent('issuers') },
    sha256: text => createHash('sha256').update(text).digest('hex'),
  }
}

/** What drift-compare finds of two CSV texts, in the form of its evidence. */
export function compare(reference: string, current: string, drift: Record<string, unknown> = {}) {
  const settings = Settings.parse({ drift: { reference: 'reference.csv', current: 'current.csv', ...drift } })
  return find(settings, { 'reference.csv': reference, 'current.csv': current })
}

/** What drift-compare finds of a folder's `settings.yml`, `reference.csv` and `current.csv`. */
export function compareFolder(folder: URL) {
  const text = (name: string) => readFileSync(new URL(name, folder), 'utf8')
  const settings = readSettings({
    command: 'drift-compare',
    file: { name: 'settings.yml', text: text('settings.yml') },
    inputs: new Map(),
    nameInput: ({ name }) => name,
    rebase: path => path,
  })
  return find(settings, { 'reference.csv': text('reference.csv'), 'current.csv': text('current.csv') })
}

async function find(settings: Settings, files: Record<string, string>) {
  const { materials, checks: found, result } = await driftCompare.find(settings, inMemory(files))
  const checks = z.array(Check).parse(found)
  return {
    verdict: verdictOf(checks.map(check => check.status)),
    materials,
    checks,
    result: DriftResult.parse(result),
    check: (id: string) => named(checks, id),
    row: (column: string) => rowOf(result, column),
  }
}

function named(checks: readonly Check[], id: string): Check {
  const check = checks.find(one => one.id === id)
  if (!check) throw new Error(`Expected a check '${id}' among ${checks.map(one => one.id).join(', ')}`)
  return check
}

function rowOf(result: DriftResult, column: string): DriftRow {
  const row = result.columns.find(one => one.column === column)
  if (!row) throw new Error(`Expected a row '${column}' among ${result.columns.map(one => one.column).join(', ')}`)
  return row
}

/** A CSV text of columns by name. */
export function csv(columns: Record<string, readonly (string | number)[]>): string {
  const names = Object.keys(columns)
  const rows = Math.max(...names.map(name => columns[name]?.length ?? 0))
  const lines = Array.from({ length: rows }, (_, i) => names.map(name => columns[name]?.[i] ?? '').join(','))
  return [names.join(','), ...lines, ''].join('\n')
}
