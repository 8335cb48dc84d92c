import { expect, it } from 'vitest'
import { publish } from '../../src/commands/publish.ts'
import { CERTIFICATE_FILE, SUMS_FILE } from '../../src/core/record/statement/record-files.ts'
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
