import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { aRepository, PRELUDE } from './a-repository.ts'
import { pullRequestEvent } from './events.ts'
import { startGitHub } from './github.ts'
import { runAction } from './run-action.ts'
import { keyValues } from './runner/command-files.ts'

const anAction = (script: string) =>
  join(
    aRepository({
      'actions/echo/action.yml': `
name: Echo
description: Says what it sees
inputs:
  word: { description: A word, default: hello }
  two words: { description: Named with a space }
  token: { description: Token, default: '\${{ github.token }}' }
  where: { description: Place, default: '\${{ github.repository }}@\${{ github.event_name }} (\${{ runner.os }})' }
outputs:
  said: { description: What it said }
runs: { using: node24, main: ../../dist/echo.js }
`,
      'dist/package.json': '{"type":"module"}',
      'dist/echo.js': `${PRELUDE}${script}`,
    }),
    'actions/echo',
  )

it('gives an action its inputs, with defaults evaluated, and returns what it tells the runner', async () => {
  const action = anAction(`
    output('said', [input('word'), input('two_words'), input('where'), input('token')].join('\\n'))
    appendFileSync(process.env.GITHUB_STEP_SUMMARY, '# Done')
    appendFileSync(process.env.GITHUB_ENV, 'COLOUR=blue\\n')
    console.log('::warning file=a.csv,line=3,title=a%2Cb::50%25 are%0Aempty')
    console.error('to the log')
  `)

  const result = await runAction(action, { with: { 'two words': 'x y' }, token: 'ghs_mine' })

  expect(result).toMatchObject({
    exitCode: 0,
    outputs: { said: 'hello\nx y\nacme/credit-model@push (Linux)\nghs_mine' },
    summary: '# Done',
    summaryFits: true,
    env: { COLOUR: 'blue' },
    undeclaredOutputs: [],
    commands: [{ name: 'warning', properties: { file: 'a.csv', line: '3', title: 'a,b' }, message: '50% are\nempty' }],
  })
  expect(result.log).toContain('to the log')
})

it('runs it on Node 24, in the workspace, with a runner’s variables and no others', async () => {
  const workspace = aRepository({ 'data.csv': 'x' })
  process.env.SECRET_OF_THE_DEVELOPER = 'shh'
  onTestFinished(() => {
    delete process.env.SECRET_OF_THE_DEVELOPER
  })
  const action = anAction(`
    const { version, env } = process
    const event = JSON.parse(readFileSync(env.GITHUB_EVENT_PATH, 'utf8'))
    output('said', JSON.stringify({ version, here: existsSync('data.csv'), event, env }))
  `)

  const { outputs } = await runAction(action, { workspace, env: { EXTRA: '1' } })

  const said = JSON.parse(outputs.said ?? '')
  expect(said).toMatchObject({
    version: expect.stringMatching(/^v24\./),
    here: true,
    env: { CI: 'true', GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: workspace, RUNNER_OS: 'Linux', EXTRA: '1' },
  })
  expect(said.env).not.toHaveProperty('SECRET_OF_THE_DEVELOPER')
  expect(said.env).not.toHaveProperty('GITHUB_TOKEN')
})

it('lets it speak to the emulated GitHub about the event', async () => {
  const github = await startGitHub({ permissions: { 'pull-requests': 'write' } })
  onTestFinished(() => github.close())
  const pullRequest = await github.openPullRequest()
  const action = anAction(`
    const { number } = JSON.parse(readFileSync(process.env.GITHUB_EVENT_PATH, 'utf8'))
    const answer = await api('POST', '/issues/' + number + '/comments', { body: 'from ' + process.env.GITHUB_HEAD_REF })
    output('said', answer.status)
  `)

  const { outputs } = await runAction(action, { github, event: pullRequestEvent(github, pullRequest) })

  expect(outputs.said).toBe('201')
  expect(await github.comments(pullRequest.number)).toMatchObject([{ body: 'from candidate' }])
})

it('reports an exit code, and an output that action.yml does not declare', async () => {
  const action = anAction(`output('sayd', 'typo'); process.exitCode = 3`)

  expect(await runAction(action)).toMatchObject({ exitCode: 3, undeclaredOutputs: ['sayd'] })
})

it('does not run an action with an input that it does not have', async () => {
  await expect(runAction(anAction(''), { with: { wrod: 'x' } })).rejects.toThrow(
    "Unexpected input(s) 'wrod', valid inputs are ['word', 'two words', 'token', 'where']",
  )
})

it.each([
  ['an old Node', 'runs: { using: node20, main: a.js }', "on node24 but found 'node20'"],
  ['no Node at all', 'runs: { using: composite, steps: [] }', "on node24 but found 'composite'"],
  ['a key that GitHub does not know', 'outs: {}\nruns: { using: node24, main: a.js }', "Unexpected value 'outs'"],
])('does not run a manifest with %s', async (_, text, message) => {
  const folder = aRepository({ 'action.yml': `name: A\ndescription: B\n${text}\n` })

  await expect(runAction(folder)).rejects.toThrow(message)
})

it.each([
  ['a line without a value', 'verdict\n', "Invalid format 'verdict'"],
  ['a text without an end', 'verdict<<EOF\npassed\n', "Matching delimiter not found 'EOF'"],
])('is as strict as the runner with %s', (_, text, message) => {
  expect(() => keyValues(text)).toThrow(message)
})
