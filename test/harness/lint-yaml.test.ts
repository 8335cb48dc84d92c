import { expect, it } from 'vitest'
import { aRepository } from './a-repository.ts'
import { lintYaml } from './lint-yaml.ts'

const ACTION = `
name: Certify
description: Certifies
inputs:
  data: { description: File, required: true }
  level: { description: Level, default: '0.95' }
outputs: { verdict: { description: The verdict } }
runs: { using: node24, main: ../../dist/certify.js }
`

const lint = (workflow: string) =>
  lintYaml(aRepository({ 'actions/certify/action.yml': ACTION, '.github/workflows/certify.yml': workflow }), [
    '.github/workflows/certify.yml',
  ])

const workflow = (step: string) => `on: pull_request
jobs:
  certify:
    runs-on: ubuntu-latest
    steps:
      - ${step}
`

it('has nothing to say of what is right', async () => {
  const root = aRepository({ 'actions/certify/action.yml': ACTION })

  expect(await lintYaml(root, ['actions/certify/action.yml'])).toEqual([])
  expect(await lint(workflow('{ uses: ./actions/certify, with: { data: a.csv } }'))).toEqual([])
  expect(await lint(workflow('{ uses: actions/checkout@v7, with: { fetch-depth: 0 } }'))).toEqual([])
})

it.each(['./actions/certify', '$/actions/certify', 'acme/proofmark/actions/certify@v1'])(
  'knows the inputs of %s',
  async uses => {
    expect(await lint(workflow(`{ uses: ${uses}, with: { dta: a.csv } }`))).toMatchObject([
      { file: '.github/workflows/certify.yml', line: 6, severity: 'error', message: "Invalid action input 'dta'" },
      { severity: 'error', message: 'Missing required input `data`' },
    ])
  },
)

it.each([
  ['an event’s field', `{ run: 'echo \${{ github.event.pull_request.heed }}' }`, 'heed'],
  ['a step’s output', '{ if: "steps.nothing.outputs.x == \'\'", run: echo }', 'nothing'],
  ['a key', '{ run: echo, wiht: {} }', "Unexpected value 'wiht'"],
])('knows %s', async (_, step, word) => {
  const found = await lint(workflow(step))

  expect(found.map(({ message }) => message).join()).toContain(word)
})

it('knows what action.yml may say', async () => {
  const root = aRepository({ 'action.yml': ACTION.replace('node24', 'node99') })

  expect(await lintYaml(root, ['action.yml'])).not.toEqual([])
})
