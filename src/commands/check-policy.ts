import { type Decision, type DecisionInput, decide } from '../core/record/decision/decide.ts'
import { sha256Sums } from '../core/record/model/sha256-sums.ts'
import type { Settings } from '../core/settings/schema.ts'
import { VERSION } from '../core/version.ts'
import type { Ports } from '../ports.ts'
import { existingModel } from './record/existing-model.ts'
import { findEvidence } from './record/find-evidence.ts'

export interface CheckedPolicy {
  readonly input: DecisionInput
  readonly decision: Decision
}

/** Decides by the policy on the evidence there is, without signing or writing anything. */
export async function checkPolicy(
  settings: Settings,
  { evidence, out }: { readonly evidence: string; readonly out: string },
  ports: Ports,
): Promise<CheckedPolicy> {
  const subject = await existingModel(settings, out, ports)
  const documents = (await findEvidence(evidence, ports)).map(({ document }) => document)
  const input = {
    documents,
    policy: settings.policy,
    modelId: ports.sha256(sha256Sums(subject)),
    subject,
    version: VERSION,
    commit: ports.context.commit,
    at: ports.now(),
  }
  return { input, decision: decide(input) }
}
