import { readYaml } from '../../documents/read-yaml.ts'
import { validate } from '../../documents/validate.ts'
import { UserError } from '../../user-error.ts'
import { Policy } from './policy.ts'

/** Largest policy that is read, in bytes. */
export const MAX_POLICY_BYTES = 1024 * 1024

/** A policy that is a document of its own. It must name the gates it requires, or rules: nothing is required by leaving it out. */
export function readPolicy(name: string, text: string): Policy {
  if (text.length > MAX_POLICY_BYTES)
    throw new UserError(
      'policy.too-large',
      `Expected ${name} to have at most ${MAX_POLICY_BYTES} bytes but found more`,
      {
        file: name,
      },
    )
  const document = readYaml(name, text)
  const value = document.value ?? {}
  const policy = validate(Policy, { ...document, value }, 'policy.invalid')
  if (policy.from !== undefined)
    throw new UserError(
      'policy.from-again',
      `Expected ${name} to be the policy but it only names another ('from', ${document.place(['from']).text})`,
      { file: name, hint: "Name that one in the settings' policy.from" },
    )
  if (!names(value))
    throw new UserError(
      'policy.names-nothing',
      `Expected ${name} to say what must hold but found neither 'require' nor 'rules'`,
      {
        file: name,
        hint: 'Write at least: require: [data-validate, model-certify, security-scan, drift-compare]',
      },
    )
  return policy
}

const names = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && ('require' in value || 'rules' in value)
