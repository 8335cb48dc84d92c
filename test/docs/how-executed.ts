/** The file whose tests run a block of a page, or hold it against what the program writes. */
type By = string

const session = 'test/docs/sessions.slow.test.ts'
const shown = 'test/docs/shown.test.ts'
const dvc = 'test/slow/dvc.test.ts'

/**
 * Every block of code of the pages that is no YAML, by its page and how it begins, with what runs it: there is none that is not run. `yaml.test.ts` holds each block of YAML to its schema:
 * settings, workflows with the inputs of our actions, or what it says there that it is; `settings.test.ts` runs settings on the credit example. `commands.test.ts` holds the flags of every command
 * line of ours, also of those that cannot be run here.
 */
export const HOW: Readonly<Record<string, readonly (readonly [begins: string, by: By])[]>> = {
  'README.md': [
    ['$ npm run example', 'test/readme.test.ts'],
    ['$ npx proofmark model-certify', 'test/readme.test.ts'],
    ['$ npx proofmark data-validate', 'test/readme.test.ts'],
    ['$ npx github:proofmark/proofmark init', session],
    ['$ npx proofmark suggest', session],
    ['git init --bare', 'test/readme.slow.test.ts'],
    ['MODEL ', 'test/readme.slow.test.ts'],
    ['$ npx proofmark explain psi', session],
  ],
  'actions/security-scan/README.md': [['proofmark security-scan', session]],
  'docs/approvals.md': [
    ['✘ Those whom', 'test/commands/approvals.test.ts'],
    ['proofmark review', session],
  ],
  'docs/certificate.md': [
    'sha256sum',
    'payload()',
    'slsa-verifier',
    'while read',
    'model_signing',
    'age --decrypt',
    'proofmark verify',
    'proofmark decrypt',
  ].map(begins => [begins, 'test/slow/record-files.test.ts']),
  'docs/checks.md': [['$ npx proofmark explain psi', shown]],
  'docs/claims.md': [['✘ model-certify', 'test/commands/docs-claims.test.ts']],
  'docs/controls.md': [
    ['$ npx proofmark data-validate', shown],
    ['proofmark controls --markdown', session],
  ],
  'docs/cost.md': [
    ['$ npx proofmark cost --schedule "17', shown],
    ['$ npx proofmark cost --schedule "*/10', shown],
  ],
  'docs/data-contracts.md': [
    ['$ npx proofmark suggest', session],
    ['$ npx proofmark import', session],
    ['$ npx proofmark data-validate --config', 'test/readme.test.ts'],
    ['$ npx proofmark data-validate --data big.csv', session],
  ],
  'docs/doctor.md': [['$ proofmark doctor', session]],
  'docs/dvc.md': [
    ['proofmark dvc verify', dvc],
    ['FAIL DVC', dvc],
    ['{ "name"', dvc],
    ['proofmark dvc metrics-diff', dvc],
  ],
  'docs/how-to/first-gate.md': [
    ['$ npx github:proofmark/proofmark init', session],
    ['$ npx proofmark model-certify', shown],
    ['$ npx proofmark explain', shown],
    ['$ npx proofmark keygen', session],
  ],
  'docs/how-to/private-keys.md': [['proofmark keygen', session]],
  'docs/how-to/required-checks.md': [['proofmark.yml', session]],
  'docs/imports.md': [['proofmark drift-compare', session]],
  'docs/inconclusive.md': [['$ npx proofmark model-certify', shown]],
  'docs/jenkins.md': [['int status', 'test/slow/jenkins.test.ts']],
  'docs/keys.md': [
    ['{ "Version"', 'test/slow/aws-kms.test.ts'],
    ['proofmark keygen', 'test/slow/vault-transit.test.ts'],
    ['vault write', 'test/slow/vault-transit.test.ts'],
    ['path ', 'test/slow/vault-transit.test.ts'],
  ],
  'docs/lakefs.md': [
    ['PROOFMARK_HOOK_TOKEN', 'test/slow/lakefs.test.ts'],
    ['Data of lakefs', 'test/slow/lakefs.test.ts'],
  ],
  'docs/log-branch.md': [['git config', session]],
  'docs/log.md': [
    ['proofmark log init', session],
    ['proofmark log verify', session],
    ['proofmark witness init', session],
  ],
  'docs/metrics.md': [
    ['proofmark gate', session],
    ['flowchart', 'test/slow/mermaid.test.ts'],
  ],
  'docs/mlflow.md': [
    ['proofmark verify', 'test/slow/mlflow.test.ts'],
    ['export', 'test/slow/mlflow.test.ts'],
    ['proofmark watch', 'test/targets/mlflow/mlflow.slow.test.ts'],
  ],
  'docs/operational-series.md': [
    ['timestamp', session],
    ['proofmark drift-compare', session],
    ['errors:', session],
  ],
  'docs/policy.md': [['✔ model-certify', 'test/cli/policy.test.ts']],
  'docs/portal.md': [['proofmark portal', session]],
  'docs/promotion.md': [
    ['proofmark keygen', session],
    ['✔ The certificate', session],
    ['proofmark demote', session],
    ['proofmark revoke', session],
    ['proofmark verify', session],
    ['export', 'test/slow/mlflow.test.ts'],
  ],
  'docs/pushdown.md': [
    ['proofmark data-validate', 'test/docs/pushdown-page.ts'],
    ['CREATE ROLE gate', 'test/slow/postgres-faults.test.ts'],
  ],
  'docs/selftest.md': [
    ['$ npx proofmark selftest', 'test/readme.test.ts'],
    ["! 'auc >= 0.70'", 'test/commands/selftest.test.ts'],
  ],
  'docs/signing.md': [
    ['proofmark keygen', session],
    ['P=$(jq', session],
    ['jq -r', 'test/slow/signing.test.ts'],
  ],
  'docs/tokenize.md': [['openssl rand', session]],
}
