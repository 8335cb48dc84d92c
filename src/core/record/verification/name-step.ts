import type { Certificate } from '../statement/certificate.ts'
import { CERTIFICATE_EXTENSION } from '../statement/identifiers.ts'
import type { Step } from './step.ts'

/** Whether a certificate is about the model that was asked for: one of another model must not stand in for it. */
export function nameStep({ predicate }: Certificate, expected: string): Step {
  const step = { id: 'model-name', title: 'It is about the model that was asked for' } as const
  const { name, version } = predicate[CERTIFICATE_EXTENSION].model
  const versioned = version === undefined ? name : `${name} ${version}`
  if (name !== undefined && (expected === name || expected === versioned))
    return { ...step, status: 'passed', reason: `It certifies ${versioned}` }
  return {
    ...step,
    status: 'failed',
    reason: `Expected a certificate of ${expected} but found one of ${name === undefined ? 'a model without a name' : versioned}`,
    hint: 'Give the certificate of that model',
  }
}
