import type { Policy } from '../core/record/policy/policy.ts'
import { readSettings } from '../core/settings/read-settings.ts'
import type { Ports } from '../ports.ts'
import { openPolicy, policyFilesHere } from './open-policy.ts'

/** The policy as it is in force here, outside of any pull request, and where it is kept; the usual one where there are no settings. */
export async function policyInForce(
  config: string | undefined,
  ports: Ports,
): Promise<{ readonly policy: Policy; readonly policyName: string }> {
  const file = config === undefined ? undefined : { name: config, text: await ports.files.readText(config) }
  const { policy } = readSettings({
    command: 'gate',
    ...(file ? { file } : {}),
    inputs: new Map(),
    nameInput: ({ name }) => name,
    rebase: path => path,
  })
  const opened = await openPolicy(policy, policyFilesHere(ports), ports)
  return opened ? { policy: opened.policy, policyName: opened.uri } : { policy, policyName: config ?? 'no settings' }
}
