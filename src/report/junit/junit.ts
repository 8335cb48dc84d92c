import type { Check, Evidence } from '../../core/evidence.ts'
import { found, place, wanted } from '../check-text.ts'
import { places } from '../places.ts'
import { attribute, xmlText } from './xml.ts'

/** Places of a check that are told; the evidence has them all. */
const PLACES = 20

/**
 * A gate's evidence as JUnit XML, a test case for each check. What failed is a failure, and what nobody could tell an error: Jenkins and
 * GitLab count both as not passed. A warning passes, and is told in the output of its test case.
 */
export function junit(evidence: Evidence): string {
  const { gate, checks, run, tool } = evidence
  const count = (status: Check['status']) => checks.filter(check => check.status === status).length
  const seconds = Math.max(0, Date.parse(run.finishedAt) - Date.parse(run.startedAt)) / 1000
  const totals = `${attribute('tests', checks.length)}${attribute('failures', count('fail'))}${attribute('errors', count('inconclusive'))}`
  const time = attribute('time', seconds.toFixed(3))
  const properties = Object.entries({
    verdict: evidence.verdict,
    version: tool.version,
    repository: run.repository,
    commit: run.commit,
    ref: run.ref,
    url: run.url,
  }).flatMap(([name, value]) =>
    value === undefined ? [] : [`      <property${attribute('name', name)}${attribute('value', value)}/>\n`],
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites${attribute('name', 'proofmark')}${totals}${time}>
  <testsuite${attribute('name', gate)}${attribute('package', 'proofmark')}${totals}${attribute('skipped', 0)}${time}${attribute('timestamp', run.startedAt.slice(0, 19))}>
    <properties>
${properties.join('')}    </properties>
${checks.map(check => testCase(check, gate)).join('')}  </testsuite>
</testsuites>
`
}

function testCase(check: Check, gate: string): string {
  const { id, status, title, reason } = check
  const open = `    <testcase${attribute('classname', `proofmark.${gate}`)}${attribute('name', id)}${attribute('time', 0)}`
  if (status === 'pass') return `${open}/>\n`
  const text = xmlText(told(check))
  if (status === 'warn') return `${open}>\n      <system-out>${text}</system-out>\n    </testcase>\n`
  const kind = status === 'fail' ? 'failure' : 'error'
  const message = attribute('message', `${title}: ${reason}`)
  return `${open}>\n      <${kind}${message}${attribute('type', status)}>${text}</${kind}>\n    </testcase>\n`
}

/** The check in full, a line for each thing there is to know. */
function told(check: Check): string {
  const all = places(check)
  const lines = [
    `${check.title} (${check.status})`,
    check.reason,
    check.hint === undefined ? '' : `→ ${check.hint}`,
    check.measured ? `found    ${found(check)}` : '',
    check.required ? `required ${wanted(check)}` : '',
    check.controls ? `bears on ${check.controls.join(', ')}` : '',
    ...all.slice(0, PLACES).map(location => `at ${place(location)}`),
    all.length > PLACES ? `and ${all.length - PLACES} more places: the evidence has them all` : '',
  ]
  return lines.filter(line => line !== '').join('\n')
}
