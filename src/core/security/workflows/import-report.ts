import type { Check } from '../../evidence.ts'
import { checkId } from '../artefact-check.ts'
import { printable } from '../printable.ts'
import type { InspectedWorkflow } from './inspect-workflow.ts'
import type { ScannedWorkflow } from './result.ts'
import { SarifReport, type SarifResult, SarifTools } from './sarif-report.ts'

/** Workflow linters whose reports are taken in, by the name they give themselves. */
const TOOLS = new Map([
  ['zizmor', 'zizmor'],
  ['actionlint', 'actionlint'],
  // What the template in actionlint's own documentation writes.
  ['GitHub Actions lint', 'actionlint'],
])
/** Findings that a check lists; the result has more. */
const SHOWN = 10
const KEPT = 1000

type Finding = ScannedWorkflow['findings'][number] & { readonly message: string }

/** Whether a file may be a report of a linter, by its name. */
export const isSarif = (path: string): boolean => /\.sarif(?:\.json)?$/i.test(path)

/**
 * What zizmor or actionlint found, as findings of theirs: one check per rule and file, one that stands for a report without any.
 * Undefined for another tool's report. Results that are suppressed or no failure are left out, as the tool meant them.
 */
export function importReport(path: string, text: string): InspectedWorkflow | undefined {
  const value = parse(text)
  const made = SarifTools.safeParse(value)
  if (!made.success) return unreadable(path, 'SARIF 2.1.0')
  const names = made.data.runs.map(({ tool }) => TOOLS.get(tool.driver.name))
  const tool = names.find(name => name !== undefined)
  if (tool === undefined) return undefined
  const report = SarifReport.safeParse(value)
  if (!report.success || names.some(name => name !== tool)) return unreadable(path, `a SARIF report of ${tool} alone`)
  const results = report.data.runs.flatMap(run => run.results).filter(counts)
  const findings = results.map(result => findingOf(result, tool))
  const workflow = { path, tool, findings: findings.slice(0, KEPT).map(({ message: _, ...finding }) => finding) }
  if (findings.length === 0) return { checks: [nothingFound(path, tool)], workflow }
  const groups = Map.groupBy(findings, ({ rule, file }) => `${rule}\0${file}`)
  return { checks: [...groups.values()].map(group => importedCheck(path, tool, group)), workflow }
}

const counts = ({ kind = 'fail', level, suppressions = [] }: SarifResult) =>
  kind === 'fail' && level !== 'none' && suppressions.length === 0

/** A result without a level is a warning (SARIF 2.1.0 §3.27.10), but actionlint's rules, which its template leaves to the defaults, are errors. */
function findingOf({ ruleId, level, message, locations }: SarifResult, tool: string): Finding {
  const error = level === undefined ? tool === 'actionlint' : level === 'error'
  const { artifactLocation, region } = locations[0]?.physicalLocation ?? { artifactLocation: { uri: '' } }
  return {
    rule: `${tool}/${printable(ruleId.replace(`${tool}/`, ''))}`.replaceAll('.', '-'),
    status: error ? 'fail' : 'warn',
    file: printable(artifactLocation.uri.replace(/^(?:\.\/)+/, '')) || 'unknown',
    line: region?.startLine ?? 1,
    found: printable(message.text),
    message: printable(message.text),
  }
}

function importedCheck(path: string, tool: string, group: readonly Finding[]): Check {
  const worst = group.find(({ status }) => status === 'fail') ?? group[0]
  const { rule = tool, file = path, line = 1, message = '' } = worst ?? {}
  const more = group.length > 1 ? ` and ${group.length - 1} more` : ''
  return {
    id: checkId(`workflow.${rule}`, file),
    title: `${rule} finds nothing in ${file}`,
    status: worst?.status ?? 'fail',
    measured: { value: group.length, unit: 'findings', method: rule },
    required: { comparator: '=', value: 0 },
    reason: `Expected no finding of ${rule} but ${path} has: ${message} (${file}:${line})${more}`,
    hint: `See what ${tool} says of ${rule.replace(`${tool}/`, '')}, mend it, and write its report again`,
    locations: group.slice(0, SHOWN).map(each => ({ file: each.file, line: each.line, note: each.found })),
  }
}

const nothingFound = (path: string, tool: string): Check => ({
  id: checkId(`workflow.${tool}`, path),
  title: `${tool} finds nothing in the workflows`,
  status: 'pass',
  measured: { value: 0, unit: 'findings', method: tool },
  reason: `${path} holds a report of ${tool} without a finding`,
  locations: [{ file: path }],
})

const unreadable = (path: string, expected: string): InspectedWorkflow => ({
  checks: [
    {
      id: checkId('workflow.report', path),
      title: `${path} can be read`,
      status: 'inconclusive',
      reason: `Expected ${path} to be ${expected}, of at most 20 runs and 5000 results each, but it is not`,
      hint: 'Write it again, e.g. with zizmor --format sarif, or keep it out of the scanned paths',
      locations: [{ file: path }],
    },
  ],
})

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
