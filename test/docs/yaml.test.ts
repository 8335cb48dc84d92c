import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseDocument } from 'yaml'
import { readSettings } from '../../src/core/settings/read-settings.ts'
import { Settings } from '../../src/core/settings/schema.ts'
import { aRepository } from '../harness/a-repository.ts'
import { lintYaml } from '../harness/lint-yaml.ts'
import { BLOCKS, type Block } from './pages.ts'

const yaml = BLOCKS.filter(({ language }) => language === 'yaml').map(block => ({ ...block, ...read(block.text) }))

function read(text: string): { keys: readonly string[] } {
  const document = parseDocument(text)
  // A part that is shown without what it stands in, such as the steps below an `env:`.
  if (document.errors.length > 0) return { keys: ['?'] }
  const value: unknown = document.toJS()
  if (Array.isArray(value)) return { keys: ['-'] }
  return { keys: typeof value === 'object' && value !== null ? Object.keys(value) : [] }
}

const WORKFLOW = ['name', 'on', 'permissions', 'concurrency', 'env', 'jobs', 'steps', '-']
const isSettings = ({ keys }: { keys: readonly string[] }) => keys.every(key => key in Settings.shape)
const isWorkflow = ({ keys }: { keys: readonly string[] }) => keys.every(key => WORKFLOW.includes(key))

/** What is neither, and what it is. */
const OTHERS: Readonly<Record<string, string>> = {
  'docs/data-contracts.md quality': 'a part of a contract',
  'docs/tokenize.md properties': 'a part of a contract',
  'docs/gitlab.md script,allow_failure,artifacts': 'a part of a job of GitLab',
  'docs/log.md ?': 'permissions, and a step far below them',
  'docs/lakefs.md name,on,hooks': 'a hook of lakeFS',
  'docs/operational-series.md except': 'a part of a series',
}

const placed = (blocks: readonly (Block & { keys: readonly string[] })[]) =>
  blocks.map(block => [`${block.page}:${block.line}`, block] as const)

/** A piece of a workflow as a whole one, everything that it leaves out filled in. */
function wholeWorkflow(text: string, keys: readonly string[]): string {
  const indented = (by: string) => text.replace(/^(?=.)/gm, by)
  const head = 'name: Shown\non: [push]\n'
  const job = 'jobs:\n  shown:\n    runs-on: ubuntu-latest\n'
  if (keys.includes('jobs')) return keys.includes('on') ? text : `on: [push]\n${text}`
  if (keys.includes('-')) return `${head}${job}    steps:\n${indented('      ')}`
  if (keys.includes('steps')) {
    const [before = '', steps = ''] = text.split(/^steps:\n/m)
    return `${head}${before}${job}    steps:\n${steps.replace(/^(?=.)/gm, '    ')}`
  }
  return `${keys.includes('on') ? '' : head}${text}\n${job}    steps: [{ run: echo }]\n`
}

it('has many examples', () => expect(yaml.length).toBeGreaterThan(70))

it('knows what each YAML example is', () => {
  const strange = yaml
    .filter(block => !isSettings(block) && !isWorkflow(block))
    .map(({ page, keys }) => `${page} ${keys.join(',')}`)
  expect([...new Set(strange)].toSorted()).toEqual(Object.keys(OTHERS).toSorted())
})

describe('settings', () => {
  it.each(placed(yaml.filter(block => isSettings(block) && block.keys.length > 0)))('of %s can be read', (_, block) => {
    const settings = readSettings({
      command: 'gate',
      file: { name: 'proofmark.yml', text: block.text },
      inputs: new Map(),
      nameInput: () => '',
      rebase: path => path,
    })
    expect(Object.keys(settings)).toEqual(Object.keys(Settings.shape))
  })
})

describe('workflows', () => {
  it('are as GitHub’s language service wants them, with inputs that our actions have', async () => {
    const manifests = Object.fromEntries(
      [...globSync('actions/*/action.yml'), 'action.yml'].map(path => [path, readFileSync(path, 'utf8')]),
    )
    const files = Object.fromEntries(
      yaml
        .filter(block => !isSettings(block) && isWorkflow(block))
        .map(({ page, line, text, keys }) => [
          `.github/workflows/${page.replaceAll('/', '-')}-${line}.yml`,
          wholeWorkflow(text, keys),
        ]),
    )
    const found = await lintYaml(aRepository({ ...manifests, ...files }), Object.keys(files))
    expect(found.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(Object.keys(files).length).toBeGreaterThan(30)
  })
})
