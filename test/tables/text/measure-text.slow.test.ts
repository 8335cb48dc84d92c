import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { localTables } from '../../../src/tables/local-tables.ts'

const CONTRACT = `
apiVersion: v3.1.0
kind: DataContract
id: c
version: 1.0.0
status: active
schema:
  - name: t
    properties:
      - { name: a, logicalType: string }
      - { name: b, logicalType: string }
`

it('of two faults the first one is told, whoever meets which one sooner', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'proofmark-text-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const rows = `${'x'.repeat(50)},${'y'.repeat(50)}\n`.repeat(45_000)
  // Both in segments of their own, with some between them.
  const bytes = [Buffer.from(`a,b\n${rows}1,2,3\n${rows}`), Buffer.from([0xff]), Buffer.from(`${rows}`)]
  writeFileSync(join(folder, 't.csv'), Buffer.concat(bytes))
  const job = { file: 't.csv', contract: { name: 'c.yaml', text: CONTRACT }, asOf: 0, others: [] }
  for (const workers of [1, 3, 1, 3]) {
    await expect(localTables(folder, workers).measure('t.csv', job, { progress: () => {} })).rejects.toMatchObject({
      code: 'table.ragged-row',
      line: 45_002,
    })
  }
})
