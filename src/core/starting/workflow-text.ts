import { yamlScalar } from './yaml-scalar.ts'

/** A workflow that runs the gate on every pull request and on main. `config` is the settings' path in the repository where it is not the default; `lfs` fetches what Git LFS keeps. */
export function workflowText({ config, lfs }: { config?: string | undefined; lfs: boolean }): string {
  return `# Decides on every pull request whether the model may be promoted, and signs the decision.
# Needs one secret, the private key: gh secret set PROOFMARK_KEY < proofmark.key
name: Proofmark
on:
  pull_request:
  push:
    branches: [main]
permissions:
  contents: read
  checks: write
  pull-requests: write
concurrency:
  group: proofmark-\${{ github.ref }}
  cancel-in-progress: \${{ github.event_name == 'pull_request' }}
jobs:
  gate:
    runs-on: ubuntu-latest
    timeout-minutes: 30
    steps:
      - uses: actions/checkout@v7
        with:
          persist-credentials: false${lfs ? '\n          lfs: true' : ''}
      - uses: proofmark/proofmark@v1
        with:
          key: \${{ secrets.PROOFMARK_KEY }}${config === undefined ? '' : `\n          config: ${literal(config)}`}
      - uses: actions/upload-artifact@v6 # report.html, the evidence and the certificate: the comment leads here
        if: \${{ !cancelled() }}
        with:
          name: proofmark
          path: ${outputOf(config)}
          include-hidden-files: true
`
}

/** Where the gate writes to: beside the settings. */
const outputOf = (config = ''): string => literal(`${config.slice(0, config.lastIndexOf('/') + 1)}.proofmark`)

/** A text that GitHub takes literally: no expression in it is evaluated. */
const literal = (text: string): string => yamlScalar(text.replaceAll('${{', `\${{ '\${{' }}`))
