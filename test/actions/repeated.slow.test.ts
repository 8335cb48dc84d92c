import { expect, it } from 'vitest'
import { creditRepository, evidenceIn, KEYS } from '../harness/credit.ts'
import { runAction } from '../harness/run-action.ts'

it('the gate gives the same evidence twice, but for the run', async () => {
  const evidence = async () => {
    const workspace = creditRepository()
    await runAction('.', { workspace, with: { key: KEYS.privateKey, publish: 'false' } })
    return (['data-validate', 'model-certify', 'security-scan', 'drift-compare'] as const).map(gate => {
      const { run: _, ...rest } = evidenceIn(workspace, gate)
      return JSON.stringify(rest)
    })
  }
  expect(await evidence()).toEqual(await evidence())
})
