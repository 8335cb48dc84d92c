import { closestMatch } from 'leven'
import { GATES } from '../../evidence.ts'
import { FINDING_KINDS } from './finding-kinds.ts'
import type { Policy } from './policy.ts'

interface Fault {
  readonly path: readonly (string | number)[]
  /** Continues "Expected 'policy.rules' to be …". */
  readonly message: string
  readonly found: unknown
}

/** What is wrong between the parts of a policy: nothing required, two rules of one name, a role or a rule that is named and does not exist. */
export function policyFaults(policy: Policy): Fault[] {
  const { from, require, rules = [], approvals = [], waivers = [], 'waiver-limits': limits = {} } = policy
  const faults: Fault[] = []
  const expect = (holds: boolean, found: unknown, message: string, ...path: Fault['path']) => {
    if (!holds) faults.push({ path, message, found })
  }
  const ids = rules.map(({ id }) => id)
  const waivable: readonly string[] = [...ids, ...FINDING_KINDS]
  const forbidden: readonly string[] = [...waivable, ...GATES]
  const roles = Object.keys(policy.roles ?? {})
  const isRole = (name: string, ...path: Fault['path']) =>
    expect(roles.includes(name), name, `one of policy.roles${known(name, roles)}`, ...path)

  const something = from !== undefined || require.length > 0 || rules.length > 0
  expect(something, require, "a list of at least one gate, or to stand beside 'rules'", 'require')
  rules.forEach(({ id }, i) => {
    expect(ids.indexOf(id) === i, id, 'a name that no other rule has', 'rules', i, 'id')
  })
  approvals.forEach(({ role }, i) => {
    isRole(role, 'approvals', i, 'role')
  })
  if (limits.approver !== undefined) isRole(limits.approver, 'waiver-limits', 'approver')
  waivers.forEach(({ rule }, i) => {
    const message = `the id of a rule of this policy${known(rule, ids)}`
    expect(isCheck(rule) || waivable.includes(rule), rule, message, 'waivers', i, 'rule')
  })
  limits.forbid?.forEach((name, i) => {
    const message = `a rule of this policy, a gate, gate/check or a kind of finding${known(name, forbidden)}`
    expect(isCheck(name) || forbidden.includes(name), name, message, 'waiver-limits', 'forbid', i)
  })
  return faults
}

const isCheck = (name: string) => GATES.some(gate => name.startsWith(`${gate}/`) && name.length > gate.length + 1)

function known(name: string, names: readonly string[]): string {
  const meant = closestMatch(name, [...names], { maxDistance: Math.max(2, Math.floor(name.length / 3)) })
  if (meant !== undefined) return ` (did you mean '${meant}'?)`
  return names.length === 0 ? ', of which there are none' : ` (${names.slice(0, 10).join(', ')})`
}
