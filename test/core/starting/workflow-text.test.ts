import { registerHooks } from 'node:module'
import { describe, expect, it } from 'vitest'
import { readYaml } from '../../../src/core/documents/read-yaml.ts'
import { workflowText } from '../../../src/core/starting/workflow-text.ts'

/** GitHub's parser imports its JSON without saying so, as a bundler would take it. */
registerHooks({
  load: (url, context, next) =>
    next(url, url.endsWith('.json') ? { ...context, importAttributes: { type: 'json' } } : context),
})
const { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } = await import('@actions/workflow-parser')

const faults = async (content: string) => {
  const { context, value } = parseWorkflow({ name: 'proofmark.yml', content }, new NoOperationTraceWriter())
  if (value) await convertWorkflowTemplate(context, value)
  return context.errors.getErrors().map(({ message }) => message)
}

describe('the workflow', () => {
  it.each([
    { lfs: false },
    { lfs: true },
    { lfs: false, config: "it's: no/#1/proofmark.yml" },
    { lfs: false, config: `\${{ secrets.A }}/proofmark.yml` },
  ])("is one that GitHub's parser takes: %j", async facts => {
    expect(await faults(workflowText(facts))).toEqual([])
  })

  it('would be refused with a fault', async () => {
    expect(await faults(workflowText({ lfs: false }).replace('runs-on', 'run-on'))).not.toEqual([])
  })

  it('has the least permissions, and hands over the key', () => {
    expect(readYaml('proofmark.yml', workflowText({ lfs: true, config: 'a/proofmark.yml' })).value).toMatchObject({
      on: { pull_request: null, push: { branches: ['main'] } },
      permissions: { contents: 'read', checks: 'write', 'pull-requests': 'write' },
      jobs: {
        gate: {
          steps: [
            { with: { 'persist-credentials': false, lfs: true } },
            {
              uses: 'proofmark/proofmark@v1',
              with: { key: `\${{ secrets.PROOFMARK_KEY }}`, config: 'a/proofmark.yml' },
            },
            { uses: 'actions/upload-artifact@v6', if: `\${{ !cancelled() }}`, with: { path: 'a/.proofmark' } },
          ],
        },
      },
    })
  })
})
