/** Where the tests run a block of a page, or why they do not. */
type How = { readonly by: string } | { readonly because: string }

const session = { by: 'test/docs/sessions.slow.test.ts' } as const
const shown = { by: 'test/docs/shown.test.ts' } as const
const by = (test: string): How => ({ by: test })
const because = (reason: string): How => ({ because: reason })

/**
 * Every block of code of the pages that is no YAML, by its page and how it begins. `yaml.test.ts` holds each block of YAML to its schema:
 * settings, workflows with the inputs of our actions, or what it says there that it is. `commands.test.ts` holds the flags of every command
 * line of ours, also of those that cannot be run here.
 */
export const HOW: Readonly<Record<string, readonly (readonly [begins: string, how: How])[]>> = {
  'README.md': [
    ['$ npm run example', by('test/readme.test.ts')],
    ['$ npx proofmark model-certify', by('test/readme.test.ts')],
    ['$ npx proofmark data-validate', by('test/readme.test.ts')],
    ['$ npx github:proofmark/proofmark init', session],
    ['$ npx proofmark suggest', because('the commands of docs/data-contracts.md, which are run there')],
    ['git init --bare', by('test/readme.slow.test.ts')],
    ['MODEL ', by('test/readme.slow.test.ts')],
    ['$ npx proofmark explain psi', session],
  ],
  'actions/security-scan/README.md': [['proofmark security-scan', session]],
  'docs/approvals.md': [
    ['✘ Those whom', because('a part of an output; test/commands/approvals.test.ts has the sentences')],
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
  ].map(begins => [begins, by('test/slow/record-files.test.ts')]),
  'docs/checks.md': [['$ npx proofmark explain psi', shown]],
  'docs/claims.md': [['✘ model-certify', by('test/commands/docs-claims.test.ts')]],
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
    ['$ npx proofmark data-validate --config', by('test/readme.test.ts')],
    ['$ npx proofmark data-validate --data big.csv', session],
  ],
  'docs/doctor.md': [['$ proofmark doctor', because('it tells of one machine; test/commands/doctor.test.ts runs it')]],
  'docs/dvc.md': [
    ['proofmark dvc verify', because('needs DVC; test/slow/dvc.test.ts runs it against a real one')],
    ['FAIL DVC', because('needs DVC; test/slow/dvc.test.ts runs it against a real one')],
    ['{ "name"', because('a part of evidence')],
    ['proofmark dvc metrics-diff', because('needs DVC; test/slow/dvc.test.ts runs it against a real one')],
  ],
  'docs/how-to/first-gate.md': [
    ['$ npx github:proofmark/proofmark init', session],
    ['$ npx proofmark model-certify', shown],
    ['$ npx proofmark explain', shown],
    ['$ npx proofmark keygen', session],
  ],
  'docs/how-to/private-keys.md': [['proofmark keygen', session]],
  'docs/how-to/required-checks.md': [['proofmark.yml', because('a CODEOWNERS file, which only GitHub reads')]],
  'docs/imports.md': [['proofmark drift-compare', session]],
  'docs/inconclusive.md': [['$ npx proofmark model-certify', shown]],
  'docs/jenkins.md': [
    ['int status', because('Groovy of a Jenkinsfile; test/slow/jenkins.test.ts runs examples/jenkins')],
  ],
  'docs/keys.md': [
    ['{ "Version"', by('test/slow/aws-kms.test.ts')],
    ['gcloud', because('needs an account of Google Cloud')],
    ['az role', because('needs an account of Azure')],
    ['vault write', because('needs a Vault; test/slow/vault-transit.test.ts makes the key by its API')],
    ['path ', by('test/slow/vault-transit.test.ts')],
  ],
  'docs/lakefs.md': [
    ['PROOFMARK_HOOK_TOKEN', because('a server that does not end; test/slow/lakefs.test.ts has a real lakeFS call it')],
    ['Data of lakefs', because('what lakeFS shows of its answer; test/slow/lakefs.test.ts has a real lakeFS call it')],
  ],
  'docs/log-branch.md': [['git config', session]],
  'docs/log.md': [
    ['proofmark log init', because('needs GitHub; README.md has it with --remote, which is run')],
    ['proofmark log verify', session],
    ['proofmark witness init', session],
  ],
  'docs/metrics.md': [
    ['proofmark gate', session],
    ['flowchart', because('a picture')],
  ],
  'docs/mlflow.md': [
    ['proofmark verify', because('needs an MLflow; test/targets/mlflow/mlflow.slow.test.ts has a real one')],
    ['export', because('needs an MLflow; test/targets/mlflow/mlflow.slow.test.ts has a real one')],
    ['proofmark watch', because('needs an MLflow; test/targets/mlflow/mlflow.slow.test.ts has a real one')],
  ],
  'docs/operational-series.md': [
    ['timestamp', because('the first lines of examples/credit/serving-log.csv, which is judged below')],
    ['proofmark drift-compare', session],
    ['errors:', session],
  ],
  'docs/policy.md': [['✔ model-certify', by('test/cli/policy.test.ts')]],
  'docs/portal.md': [['proofmark portal', session]],
  'docs/promotion.md': [
    ['proofmark keygen', session],
    ['✔ The certificate', session],
    ['proofmark demote', session],
    ['proofmark revoke', session],
    ['proofmark verify', session],
    ['export', because('needs an MLflow; test/targets/mlflow/mlflow.slow.test.ts has a real one')],
  ],
  'docs/pushdown.md': [
    [
      'proofmark data-validate',
      because(
        'needs Trino, DuckDB and PostgreSQL; test/slow/trino.test.ts and test/slow/postgres.test.ts have real ones',
      ),
    ],
    ['CREATE ROLE gate', by('test/slow/postgres-faults.test.ts')],
  ],
  'docs/selftest.md': [
    ['$ npx proofmark selftest', by('test/readme.test.ts')],
    ["! 'auc >= 0.70'", by('test/commands/selftest.test.ts')],
  ],
  'docs/signing.md': [
    ['proofmark keygen', session],
    ['P=$(jq', session],
    ['jq -r', because('needs a time-stamp authority; test/slow/signing.test.ts has one answer')],
  ],
  'docs/tokenize.md': [['openssl rand', session]],
}
