import { CERTIFICATE_EXTENSION } from '../statement/identifiers.ts'
import type { Statement } from '../statement/read-statement.ts'
import { resourceUri } from '../statement/statement-head.ts'
import type { Step } from './step.ts'

/** Whether a signed statement is a certificate, says PASSED, and names one model throughout. */
export function statementStep(read: Statement): Step {
  const step = { id: 'statement', title: 'It certifies a model' } as const
  if (read.kind === 'unknown') return { ...step, status: 'inconclusive', reason: read.reason }
  if (read.kind === 'refusal') {
    const { verdict, rules } = read.statement.predicate
    const why = rules.filter(rule => rule.status !== 'passed').map(rule => rule.reason)
    return {
      ...step,
      status: 'failed',
      reason: `Expected a certificate but found a refusal (${verdict}): ${why.join('; ')}`,
    }
  }
  const { subject, predicate } = read.statement
  const extension = predicate[CERTIFICATE_EXTENSION]
  if (predicate.verificationResult !== 'PASSED')
    return {
      ...step,
      status: 'failed',
      reason: `Expected the verification result PASSED but found ${predicate.verificationResult}`,
    }
  const { sha256, dirHash1 } = subject[0].digest
  if (dirHash1 !== sha256 || extension.model.id !== sha256)
    return { ...step, status: 'failed', reason: 'Expected one model id throughout the certificate but found several' }
  const resource = resourceUri(extension.model, sha256)
  if (predicate.resourceUri !== resource)
    return { ...step, status: 'failed', reason: `Expected the resource ${resource} but found ${predicate.resourceUri}` }
  const { name, version, id } = extension.model
  const called = [name, version].filter(part => part !== undefined).join(' ')
  const gates = extension.gates.map(({ gate }) => gate).join(', ')
  const waived = extension.waivers.map(
    waiver => `${'model' in waiver ? waiver.rule : waiver.name} until ${lastDay(waiver.expires)}`,
  )
  return {
    ...step,
    status: 'passed',
    reason: `Model ${called === '' ? id : `${called} (${id})`} met the policy by ${gates}${waived.length === 0 ? '' : `, but for what is waived: ${waived.join(', ')}`}`,
  }
}

/** The last day on which something holds that ends at a time: what the policy says of it. */
const lastDay = (end: string) => new Date(Date.parse(end) - 1).toISOString().slice(0, 10)
