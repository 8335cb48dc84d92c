import { describe, expect, it } from 'vitest'
import { publish } from '../../src/commands/publish.ts'
import { CERTIFICATE_FILE, SUMS_FILE } from '../../src/core/record/statement/record-files.ts'
import type { CheckRun } from '../../src/ports.ts'
import { comment } from '../../src/report/comment.ts'
import { forgeWith } from './forge-with.ts'

const recorded = (assets: Record<string, string>) => {
  const verdict = 'passed' as const
  return {
    verdict,
    decision: { verdict, rules: [], waivers: [], notes: [] },
    model: {},
    assets: Object.entries(assets).map(([name, text]) => ({ name, content: new TextEncoder().encode(text) })),
  }
}

async function attested(assets: Record<string, string>, attestations: boolean | undefined): Promise<string[]> {
  const bundles: string[] = []
  const forge = {
    ...forgeWith(undefined),
    createCheckRun: async () => '',
    attest: async (bundle: string) => bundles.push(bundle),
  }
  await publish({ evidence: [], recorded: recorded(assets), attestations }, forge, {})
  return bundles
}

it('puts a certificate in the store of attestations where the settings say so, and nothing else', async () => {
  const assets = { [SUMS_FILE]: 'sums', [CERTIFICATE_FILE]: 'bundle' }
  expect(await attested(assets, true)).toEqual(['bundle'])
  expect(await attested(assets, false)).toEqual([])
  expect(await attested(assets, undefined)).toEqual([])
})

it('puts no refusal there', async () => {
  expect(await attested({}, true)).toEqual([])
  expect(await attested({ [SUMS_FILE]: 'sums' }, true)).toEqual([])
})

describe('where the full report is', () => {
  const RUN = 'https://github.com/acme/credit/actions/runs'
  const summaries = async (url: string | undefined) => {
    const told: string[] = []
    const forge = { ...forgeWith(undefined), createCheckRun: async ({ summary }: CheckRun) => `${told.push(summary)}` }
    await publish({ evidence: [], recorded: recorded({}) }, forge, url === undefined ? {} : { url })
    return told
  }
  const standing = (name: string, summary = '') => ({
    name: `Proofmark / ${name}`,
    conclusion: 'success' as const,
    title: 'Passed',
    summary,
    url: 'https://github.com/acme/credit/runs/1',
  })

  it('ends each check run, and stands once in the comment, by the artifacts of the run', async () => {
    const [summary = ''] = await summaries(`${RUN}/77/attempts/2`)
    const line = `<sub>Full report: \`report.html\` in the artifacts of [this run](${RUN}/77#artifacts), where the workflow keeps its output.</sub>`
    expect(summary.endsWith(`\n\n${line}`)).toBe(true)
    const body = comment([standing('audit-record', summary), standing('data-validate', summary)], 'c'.repeat(40))
    expect(body.split('Full report: ')).toHaveLength(2)
    expect(body).toContain(`\n---\n${line}\n\n<sub>Proofmark on`)
  })

  it('names each run where several made the check runs', async () => {
    const [one = '', other = ''] = [...(await summaries(`${RUN}/77`)), ...(await summaries(`${RUN}/78`))]
    const body = comment([standing('audit-record', one), standing('data-validate', other)], 'c'.repeat(40))
    expect(body).toContain(`in the artifacts of [run 77](${RUN}/77#artifacts), [run 78](${RUN}/78#artifacts), where`)
  })

  it.each([undefined, 'https://ci.example.com/job/credit/7/', `javascript:alert(1)/actions/runs/1`])(
    'is not said of a run at %s, whose files are elsewhere',
    async url => {
      const [summary = ''] = await summaries(url)
      expect(summary).not.toContain('Full report')
      expect(comment([standing('audit-record', summary)], 'c'.repeat(40))).not.toContain('Full report')
    },
  )
})
