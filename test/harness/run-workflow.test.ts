import { expect, it } from 'vitest'
import { pullRequestEvent } from './events.ts'
import { aGitHub, runStandIns as run } from './stand-ins.ts'

it('runs jobs in the order of their needs, and hands outputs on', async () => {
  const { conclusion, jobs } = await run(`
on: push
env: { GREETING: hello }
jobs:
  last:
    needs: [first, middle]
    runs-on: ubuntu-latest
    steps:
      - run: echo "\${{ needs.middle.outputs.text }} and \${{ needs.first.result }}"
  middle:
    needs: first
    runs-on: ubuntu-latest
    outputs: { text: '\${{ steps.say.outputs.text }}!' }
    steps:
      - id: say
        env: { WHOM: '\${{ needs.first.outputs.whom }}' }
        run: |
          echo "text=$GREETING $WHOM" >> "$GITHUB_OUTPUT"
          echo "LATER=yes" >> "$GITHUB_ENV"
      - run: test "$LATER" = yes && test "\${{ env.LATER }}" = yes
  first:
    runs-on: ubuntu-latest
    outputs: { whom: '\${{ steps.one.outputs.whom }}' }
    steps: [{ id: one, run: 'echo "whom=\${{ github.repository_owner }}" >> "$GITHUB_OUTPUT"' }]
`)

  expect(conclusion).toBe('success')
  expect(Object.keys(jobs)).toEqual(['first', 'middle', 'last'])
  expect(jobs.last?.log).toBe('hello acme! and success\n')
})

it('evaluates conditions as GitHub does: what fails, what is skipped, what runs anyway', async () => {
  const { conclusion, jobs } = await run(`
on: push
jobs:
  broken:
    runs-on: ubuntu-latest
    steps:
      - { id: fails, run: exit 7 }
      - { id: skipped, run: echo no }
      - { id: cleans, if: failure(), run: echo cleaned }
      - { id: always, if: "\${{ always() && steps.fails.outcome == 'failure' }}", run: echo always }
  after: { needs: broken, runs-on: ubuntu-latest, steps: [{ run: echo no }] }
  behind: { needs: after, if: failure(), runs-on: ubuntu-latest, steps: [{ run: echo behind }] }
  gate:
    needs: [broken, after]
    if: always()
    runs-on: ubuntu-latest
    steps:
      - run: echo "\${{ join(needs.*.result, ',') }}"
      - { id: lenient, continue-on-error: true, run: exit 1 }
      - { if: "contains(needs.*.result, 'failure')", run: exit 1 }
  other: { if: "github.ref == 'refs/heads/dev'", runs-on: ubuntu-latest, steps: [{ run: echo no }] }
`)

  expect(conclusion).toBe('failure')
  expect(Object.fromEntries(Object.entries(jobs).map(([id, { result }]) => [id, result]))).toEqual({
    broken: 'failure',
    after: 'skipped',
    behind: 'success',
    gate: 'failure',
    other: 'skipped',
  })
  expect(jobs.broken?.steps.map(({ id, outcome }) => [id, outcome])).toEqual([
    ['fails', 'failure'],
    ['skipped', 'skipped'],
    ['cleans', 'success'],
    ['always', 'success'],
  ])
  expect(jobs.gate?.log).toContain('failure,skipped')
  expect(jobs.gate?.steps[1]).toMatchObject({ outcome: 'failure', conclusion: 'success' })
})

it.each(['acme/proofmark/actions/certify@v1', './actions/certify', '$/actions/certify', 'acme/proofmark@v1'])(
  'takes %s for the action in the working tree',
  async uses => {
    const { jobs } = await run(
      `
on: push
permissions: { contents: read }
jobs:
  certify:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7
      - { id: certify, uses: '${uses}', with: { data: 'data/train.csv' } }
      - run: test "\${{ steps.certify.outputs.verdict }}" = passed
`,
      { checkout: { 'data/train.csv': 'good\n' } },
    )

    expect(jobs.certify).toMatchObject({ result: 'success', summary: '# passed' })
  },
)

it('gives each job a token with the permissions it declares, and no more than read in a fork’s pull request', async () => {
  const workflow = `
on: pull_request
permissions: { checks: write }
jobs:
  own: { runs-on: ubuntu-latest, permissions: { contents: read }, steps: [{ run: 'curl -sS -o /dev/null -w "%{http_code}" -H "authorization: token \${{ github.token }}" "$GITHUB_API_URL/repos/$GITHUB_REPOSITORY/commits/\${{ github.event.pull_request.head.sha }}/check-runs"' }] }
  shared: { runs-on: ubuntu-latest, steps: [{ env: { TOKEN: '\${{ secrets.GITHUB_TOKEN }}', KEY: '\${{ secrets.KEY }}' }, run: 'echo "key=$KEY"; curl -sS -o /dev/null -w "%{http_code}" -X POST -H "authorization: token $TOKEN" -H "content-type: application/json" -d "{\\"name\\":\\"x\\",\\"head_sha\\":\\"\${{ github.event.pull_request.head.sha }}\\"}" "$GITHUB_API_URL/repos/$GITHUB_REPOSITORY/check-runs"' }] }
`
  const github = await aGitHub()
  const own = pullRequestEvent(github, await github.openPullRequest())
  const fork = pullRequestEvent(github, await github.openPullRequest({ fork: 'mallory' }))
  const secrets = { KEY: 'private' }

  const ownJobs = (await run(workflow, { github, event: own, secrets })).jobs
  expect([ownJobs.own?.log, ownJobs.shared?.log]).toEqual(['403', 'key=private\n201'])
  const forkJobs = (await run(workflow, { github, event: fork, secrets })).jobs
  expect(forkJobs.shared?.log).toBe('key=\n403')
})
it('runs a job for every combination of a matrix, and the next one once all are done', async () => {
  const { jobs, conclusion } = await run(`
on: push
jobs:
  each:
    runs-on: ubuntu-latest
    strategy: { matrix: { a: [1/2, 2/2], b: [x, y] } }
    steps: [{ run: 'echo "\${{ matrix.a }} \${{ matrix.b }} \${{ strategy.job-index }} of \${{ strategy.job-total }}"; test "\${{ matrix.b }}" = x' }]
  after: { needs: each, if: '\${{ !cancelled() }}', runs-on: ubuntu-latest, steps: [{ run: 'echo \${{ needs.each.result }}' }] }
`)
  expect(jobs.each?.log).toBe('1/2 x 0 of 4\n1/2 y 1 of 4\n2/2 x 2 of 4\n2/2 y 3 of 4\n')
  expect([jobs.each?.result, jobs.after?.log, conclusion]).toEqual(['failure', 'failure\n', 'failure'])
})
it.each([
  ['a workflow that GitHub refuses', 'on: push\njobs: { one: { steps: [] } }', 'Required property is missing: runs-on'],
  [
    'an event that it does not run on',
    'on: release\njobs: { one: { runs-on: x, steps: [{ run: a }] } }',
    "no trigger 'push'",
  ],
  [
    'a branch that it does not run for',
    'on: { push: { branches: [dev] } }\njobs: { one: { runs-on: x, steps: [{ run: a }] } }',
    'for dev only',
  ],
  [
    'a matrix that leaves combinations out',
    'on: push\njobs: { one: { runs-on: x, strategy: { matrix: { a: [1], exclude: [{ a: 1 }] } }, steps: [{ run: a }] } }',
    "'matrix.exclude' is not emulated",
  ],
  [
    'a stranger’s action',
    'on: push\njobs: { one: { runs-on: x, steps: [{ uses: evil/action@v1 }] } }',
    'Expected an action of ours',
  ],
  [
    'an input that our action does not have',
    'on: push\njobs: { one: { runs-on: x, steps: [{ uses: ./actions/certify, with: { date: x } }] } }',
    "Unexpected input(s) 'date'",
  ],
  [
    'an expression that GitHub does not know',
    `on: push\njobs: { one: { runs-on: x, steps: [{ run: '\${{ githib.ref }}' }] } }`,
    'Unrecognized named-value',
  ],
])('throws for %s', async (_, workflow, message) => {
  await expect(run(workflow)).rejects.toThrow(message)
})
