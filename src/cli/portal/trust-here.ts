import { loadTrust } from '../../commands/load-trust.ts'
import { policyInForce } from '../../commands/policy-in-force.ts'
import type { LoadedTrust } from '../../core/record/trust/loaded-trust.ts'
import type { Ports } from '../../ports.ts'

/** Whose signatures count by the policy of a settings file; undefined where there is none, or it names nobody. */
export async function trustHere(config: string, ports: Ports): Promise<LoadedTrust | undefined> {
  if (!(await ports.files.exists(config))) return undefined
  const { trust } = (await policyInForce(config, ports)).policy
  return trust?.keys === undefined && trust?.identities === undefined ? undefined : loadTrust(trust, ports.files)
}
