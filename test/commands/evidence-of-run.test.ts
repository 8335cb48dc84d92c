import { expect, it } from 'vitest'
import { evidenceOfRun } from '../../src/commands/evidence-of-run.ts'
import type { Evidence } from '../../src/core/evidence.ts'
import { disk, evidence, memoryPorts } from '../core/record/memory.ts'

const URL = 'https://github.com/acme/credit/actions/runs/7'
const of = (gate: Evidence['gate'], url?: string): Evidence => {
  const made = evidence(gate, {})
  return { ...made, run: { ...made.run, ...(url === undefined ? {} : { url }) } }
}
const shown = async (files: Readonly<Record<string, string>>, url?: string) => {
  const ports = memoryPorts(disk(files))
  const context = url === undefined ? {} : { url }
  return (await evidenceOfRun([of('security-scan', url)], 'out', { ...ports, context })).map(({ gate }) => gate)
}
const written = (one: Evidence) => ({ [`out/${one.gate}.evidence.json`]: JSON.stringify(one) })

it('shows what steps of the same run have found, in the order of the gates, and nothing of another run', async () => {
  const files = { ...written(of('data-validate', URL)), ...written(of('drift-compare', `${URL}7`)) }
  expect(await shown(files, URL)).toEqual(['data-validate', 'security-scan'])
})

it('shows its own where no run is known, and where a file is no evidence', async () => {
  expect(await shown(written(of('data-validate')))).toEqual(['security-scan'])
  expect(await shown({ 'out/data-validate.evidence.json': '{' }, URL)).toEqual(['security-scan'])
})
