import { z } from 'zod'
import { defineResultFormat, type ResultItem } from '../result-format.ts'

const Constraint = z.object({
  check: z.string(),
  check_level: z.enum(['Error', 'Warning']),
  check_status: z.string(),
  constraint: z.string(),
  constraint_status: z.enum(['Success', 'Failure']),
  constraint_message: z.string(),
})
const Recognised = z.array(z.object({ constraint: z.string(), constraint_status: z.string() })).min(1)

const VALUE = /^Value: (\S+) does not meet the constraint requirement/
const INSTANCE = /\((\w+)\((.*)\)\)$/s

/** `VerificationResult.checkResultsAsJson` of Deequ. What was required is a function and not in the file, so that Deequ's word is taken. */
export const deequChecks = defineResultFormat({
  id: 'deequ-checks',
  tool: 'Deequ',
  title: 'the check results of Deequ',
  gate: 'data-validate',
  recognise: value => Recognised.safeParse(value).success,
  read: value => ({ items: z.array(Constraint).parse(value).map(itemOf) }),
})

function itemOf({
  check,
  check_level,
  constraint,
  constraint_status,
  constraint_message: message,
}: z.infer<typeof Constraint>): ResultItem {
  const [, analyzer = constraint, args = ''] = INSTANCE.exec(constraint) ?? []
  const told = VALUE.exec(message)
  const failed = constraint_status === 'Failure'
  // Any other message says why no value could be computed.
  const said = !failed ? 'pass' : told ? (check_level === 'Warning' ? 'warn' : 'fail') : 'error'
  const of = args.replace(/^List\(([^)]*)\).*$/, '$1').replace(/,(?:None|Some\(|`).*$/s, '')
  const value = told ? Number(told[1]) : undefined
  return {
    id: `${check}.${analyzer}${of === '' || of === 'None' ? '' : `.${of}`}`,
    title: `${check}: ${constraint}`,
    ...(value !== undefined && Number.isFinite(value) ? { value } : {}),
    bounds: [],
    said,
    ...(said === 'error' ? { note: message } : {}),
  }
}
