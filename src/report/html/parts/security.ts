import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Check } from '../../../core/evidence.ts'
import type { SecurityResult } from '../../../core/security/result.ts'
import { fileFindings } from '../../file-findings.ts'
import { filledColumns } from '../../filled-columns.ts'
import { count, formatBytes, formatNumber } from '../../numbers.ts'
import { STATUS_ORDER } from '../../words.ts'
import { badge } from '../badge.ts'
import { type Column, STATUS_COLUMN } from '../column.ts'
import { folded, table } from '../table.ts'
import { shown } from '../text.ts'

/** Lines of a table of very many files. */
const MOST = 500

/** Every file that was scanned, what is known against its dependencies, and the personal data that tables hold. */
export function securityPart(
  { files, vulnerabilities, dependencies, tables = [], skipped = [], packages = [] }: SecurityResult,
  checks: readonly Check[],
): Element[] {
  return [
    inventory(files, checks),
    ...(vulnerabilities.length > 0 ? [vulnerable(vulnerabilities)] : []),
    ...(dependencies.length > 0 ? [unpinned(dependencies)] : []),
    ...(packages.length > 0 ? [pinned(packages, vulnerabilities)] : []),
    ...personal(tables),
    ...(skipped.length > 0
      ? [
          table(
            `${count(skipped.length, 'path')} left out`,
            [{ title: 'Path' }, { title: 'Because' }],
            skipped.slice(0, MOST).map(({ path, reason }) => [h('code', shown(path)), shown(reason)]),
          ),
        ]
      : []),
  ]
}

const INVENTORY: readonly Column[] = [
  STATUS_COLUMN,
  { title: 'File' },
  { title: 'Format' },
  { title: 'Size', align: 'right' },
  { title: 'Imports', align: 'right' },
  { title: 'Found', wide: true },
  { title: 'SHA-256' },
]

/** Every file, the worst first, and how it stands after every check that is about it. */
function inventory(files: SecurityResult['files'], checks: readonly Check[]): Element {
  const findingsOf = fileFindings(checks)
  const worst = files
    .map(file => ({ file, ...findingsOf(file) }))
    .toSorted((a, b) => STATUS_ORDER.indexOf(a.status) - STATUS_ORDER.indexOf(b.status))
  const { columns, rows } = filledColumns(
    INVENTORY,
    worst.slice(0, MOST).map(({ file, status, reasons }) => {
      const { path, format, bytes, sha256, globals, findings, reason } = file
      const said = [reason ?? findings.map(finding => `${finding.name}: ${finding.reason}`), reasons].flat()
      return [
        badge(status),
        h('code', shown(path)),
        shown(format),
        formatBytes(bytes),
        globals === 0 ? '' : formatNumber(globals),
        shown(said.join('; ')),
        h('code', { title: sha256 }, sha256.slice(0, 12)),
      ]
    }),
  )
  return table(`${count(files.length, 'file')} scanned`, columns, rows, { cards: true })
}

const vulnerable = (found: SecurityResult['vulnerabilities']): Element =>
  table(
    count(found.length, 'package with known vulnerabilities', 'packages with known vulnerabilities'),
    [{ title: 'Package' }, { title: 'Where' }, { title: 'Worst' }, { title: 'Known as' }, { title: 'Mended in' }],
    found
      .slice(0, MOST)
      .map(({ file, line, name, version, update, vulnerabilities }) => [
        h('code', shown(`${name} ${version}`)),
        h('code', shown(line === undefined ? file : `${file}:${line}`)),
        vulnerabilities[0]?.severity ?? '',
        shown(
          vulnerabilities
            .map(({ ids, waiver }) => `${ids[0] ?? ''}${waiver ? ` (waived until ${waiver.expires})` : ''}`)
            .join(', '),
        ),
        shown(update ?? ''),
      ]),
    { cards: true },
  )

const unpinned = (found: SecurityResult['dependencies']): Element =>
  table(
    count(found.length, 'dependency without an exact version', 'dependencies without an exact version'),
    [{ title: 'Where' }, { title: 'Requirement' }],
    found
      .slice(0, MOST)
      .map(({ file, line, requirement }) => [h('code', shown(`${file}:${line}`)), h('code', shown(requirement))]),
  )

/** Every package with an exact version, and whether something is known against it. */
function pinned(
  packages: NonNullable<SecurityResult['packages']>,
  vulnerabilities: SecurityResult['vulnerabilities'],
): Element {
  const known = new Map(vulnerabilities.map(found => [`${found.ecosystem} ${found.name} ${found.version}`, found]))
  const rows = packages.slice(0, MOST).map(({ ecosystem, name, version, file, line }) => {
    const found = known.get(`${ecosystem} ${name} ${version}`)
    return [
      badge(found ? 'warn' : 'pass'),
      h('code', shown(`${name} ${version}`)),
      shown(ecosystem, 60),
      h('code', shown(`${file}:${line}`)),
      found ? count(found.vulnerabilities.length, 'vulnerability', 'vulnerabilities') : '',
    ]
  })
  const more = packages.length > MOST ? `, the first ${MOST}` : ''
  return folded(
    `${count(packages.length, 'package')} with an exact version${more}`,
    table(
      'Dependencies',
      [STATUS_COLUMN, { title: 'Package' }, { title: 'Kind' }, { title: 'Where' }, { title: 'Known' }],
      rows,
      { hideCaption: true, cards: true },
    ),
  )
}

function personal(tables: NonNullable<SecurityResult['tables']>): Element[] {
  const rows = tables.flatMap(({ file, sensitive }) =>
    sensitive.map(({ name, kind, classification, confirmed }) => [
      h('code', shown(file)),
      h('code', shown(name, 60)),
      shown(kind),
      confirmed ? 'by its values' : 'by its name',
      shown(classification ?? 'not classified'),
    ]),
  )
  if (rows.length === 0) return []
  return [
    table(
      count(rows.length, 'column of personal data', 'columns of personal data'),
      [{ title: 'Table' }, { title: 'Column' }, { title: 'Kind' }, { title: 'Known' }, { title: 'Contract' }],
      rows.slice(0, MOST),
    ),
  ]
}
