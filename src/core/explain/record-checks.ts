import { codeAt } from './definition.ts'
import type { Explanation } from './explanation.ts'

type Row = readonly [id: string, title: string, means: string, remedy: string, place: string]

/** What pull requests are told of the bar itself. */
const SETTINGS: readonly Row[] = [
  [
    'policy.changed',
    'The policy would change',
    'The pull request changes what must hold. The run was decided by the base branch’s policy.',
    'Have the owner of the policy review it; it takes effect after the merge.',
    'record/policy/changes/policy-changes',
  ],
  [
    'policy.introduced',
    'The policy is new',
    'The base branch has no settings yet, so that the run was decided by the pull request’s own.',
    'Merge the settings first, then certify against them.',
    'settings/read-settings',
  ],
  [
    'policy.broken',
    'The policy can be read',
    'The policy that decides cannot be read.',
    'Mend it on the base branch first.',
    'record/policy/read-policy',
  ],
  [
    'claims.changed',
    'The claims would change',
    'The pull request changes what is required of the model. The run was decided by the base branch’s claims.',
    'Have the owner of the policy review it; it takes effect after the merge.',
    'model/claims/check-claims',
  ],
  [
    'judging.changed',
    'How it is decided would change',
    'The pull request changes a setting that decides: of claims the level or the costs, of drift its limits, of a scan what it asks. The run was decided by the base branch’s.',
    'Have the owner of the policy review it; it takes effect after the merge.',
    'settings/schema',
  ],
  [
    'judging.differs',
    'It is judged otherwise than on the base branch',
    'The pull request brings settings that come with the model, such as the names of columns, and the run was decided by them.',
    'See that the change belongs to the new model, and does not make the same rows easier.',
    'settings/schema',
  ],
  [
    'contract.differs',
    'The contract is another than on the base branch',
    'The pull request changes the data contract. It comes with the data, and the run was decided by it.',
    'See that the change belongs to the data, and does not let through what was refused before.',
    'tables/contract/read-contract',
  ],
  [
    'connections.changed',
    'Whom decisions are told to would change',
    'The pull request changes an address that decisions are sent to, with what an environment variable holds. The run told whom the base branch names.',
    'See where secrets would be sent; it takes effect after the merge.',
    'settings/connections',
  ],
  [
    'series.changed',
    'Prometheus was asked without credentials',
    'The pull request names a server that the base branch does not. It was asked, but what the environment holds was not sent to it.',
    'See whose server it is; credentials are sent after the merge.',
    'drift/series/settings',
  ],
  [
    'hooks.changed',
    'The hooks known of lakeFS would change',
    'The pull request changes which file of hooks lakeFS must have. The run was decided by the base branch’s.',
    'Have the owner of the policy review it; it takes effect after the merge.',
    'settings/connections/lakefs',
  ],
  [
    'waivers.changed',
    'The waivers would change',
    'The pull request adds, widens or prolongs an exception. The run was decided by the base branch’s.',
    'Have the owner of the policy review it; it takes effect after the merge.',
    'security/waivers/waiver-changes',
  ],
]

/** Rules that every certification is decided by, besides those of the policy. */
const RULES: readonly Row[] = [
  [
    'data-validate',
    'The gate has to pass on this model',
    'The policy requires the gate: its evidence must be there, be about exactly these model files, and have passed.',
    'Run the gate again on these files; `proofmark explain` tells what its checks mean.',
    'record/decision/gate-rule',
  ],
  [
    'model-certify',
    'The gate has to pass on this model',
    'The policy requires the gate: its evidence must be there, be about exactly these model files, and have passed.',
    'Run the gate again on these files; `proofmark explain` tells what its checks mean.',
    'record/decision/gate-rule',
  ],
  [
    'security-scan',
    'The gate has to pass on this model',
    'The policy requires the gate: its evidence must be there, be about exactly these model files, and have passed.',
    'Run the gate again on these files; `proofmark explain` tells what its checks mean.',
    'record/decision/gate-rule',
  ],
  [
    'drift-compare',
    'The gate has to pass on this model',
    'The policy requires the gate: its evidence must be there, be about exactly these model files, and have passed.',
    'Run the gate again on these files; `proofmark explain` tells what its checks mean.',
    'record/decision/gate-rule',
  ],
  [
    'materials',
    'The gates looked at the same files',
    'Two gates name the same file with other bytes: they ran on two states of the repository.',
    'Run all gates on one commit.',
    'record/decision/materials-rule',
  ],
  [
    'approvals',
    'Those whom the policy asks have approved',
    'The policy names roles that must consent, and who may not stand for two of them.',
    'Ask somebody of the role to approve: `docs/approvals.md`.',
    'record/approvals/approvals-rule',
  ],
  [
    'evidence',
    'There is evidence',
    'Nothing was checked, so nothing can be certified.',
    'Run a gate first.',
    'record/decision/nothing-checked',
  ],
  [
    'policy',
    'The policy requires something',
    'A policy without rules lets everything pass, and is refused.',
    'Name gates in policy.require.',
    'record/decision/nothing-checked',
  ],
]

/** What `proofmark verify` asks, in its order. */
const STEPS: readonly Row[] = [
  [
    'bundle',
    'It is a signed bundle',
    'The file is a Sigstore bundle v0.3 with one signature.',
    'Take the file that the run wrote, unchanged.',
    'record/statement/bundle',
  ],
  [
    'signature',
    'Its signature holds',
    'The signature verifies by the key or the identity that is trusted.',
    'Name the key of the certifier; a certificate by another key is none.',
    'record/trust/signed-by',
  ],
  [
    'statement',
    'It certifies a model',
    'The signed payload is a certificate, not a refusal.',
    'A refusal says why: mend that.',
    'record/verification/statement-step',
  ],
  [
    'model-name',
    'It is about the model that was asked for',
    'The certificate names the model that was asked for.',
    'Take the certificate of this model.',
    'record/verification/name-step',
  ],
  [
    'files',
    'Every certified file is there, unchanged',
    'The files have the certified bytes.',
    'Take the files that were certified, or certify these.',
    'record/verification/model-steps',
  ],
  [
    'no-extra-files',
    'There is no other file',
    'No file beside those that were certified.',
    'Name the model alone: every file that is used with it must have been certified with it.',
    'record/verification/model-steps',
  ],
  [
    'model-id',
    'The model id follows from the bytes',
    'The SHA-256 of SHA256SUMS of the files is the certified one.',
    'As for files.',
    'record/verification/model-steps',
  ],
  [
    'validity',
    'It is valid today',
    'Today lies between its beginning and its end.',
    'Certify the model again.',
    'record/verification/validity-step',
  ],
  [
    'log',
    'The log holds together',
    'The log’s head is signed, grew from what was last seen, and has its witnesses.',
    'Do not promote. Find out who rewrote the log: docs/threats.md.',
    'record/verification/logged-step',
  ],
  [
    'logged',
    'It is in the log',
    'The certificate is an entry of the log.',
    'Wait for the run that enters it, or certify again.',
    'record/verification/logged-step',
  ],
  [
    'key-window',
    'Its key counted when it was logged',
    'The key that signed was trusted at that time.',
    'Certify again with a key that counts.',
    'record/verification/window-step',
  ],
  [
    'not-revoked',
    'Nobody has revoked it',
    'The log has no revocation of the certificate, its model or its key.',
    'See who revoked it and why: `proofmark status`.',
    'record/verification/revocation-step',
  ],
]

const made = (kind: Explanation['kind'], rows: readonly Row[], computed: string): Explanation[] =>
  rows.map(([id, title, means, remedy, place]) => ({ id, kind, title, means, computed, source: codeAt(place), remedy }))

/** Everything of settings in pull requests, of the decision, and of verification. */
export const recordChecks: readonly Explanation[] = [
  ...made('check', SETTINGS, 'The settings of both branches are read by the same reader and compared value by value.'),
  ...made('rule of a policy', RULES, 'Digests and verdicts of the evidence are compared; nothing is estimated.'),
  ...made(
    'step of a verification',
    STEPS,
    'Digests and signatures are computed anew from the bytes; nothing that a file says of itself is believed.',
  ),
]
