import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zstdCompressSync } from 'node:zlib'
import { expect, it, onTestFinished } from 'vitest'
import { localTables } from '../../src/tables/local-tables.ts'

const CONTRACT = `
apiVersion: v3.1.0
kind: DataContract
id: c
version: 1.0.0
status: active
schema:
  - name: t
    properties:
      - { name: a, logicalType: integer }
`

it('compressed text that grows without end is refused', async () => {
  const root = mkdtempSync(join(tmpdir(), 'bomb-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  const rows = Buffer.concat([Buffer.from('a\n'), Buffer.alloc(400 * 1024 * 1024, '1\n')])
  writeFileSync(join(root, 'bomb.csv.zst'), zstdCompressSync(rows))
  const job = { file: 't', contract: { name: 'c.yaml', text: CONTRACT }, asOf: 0, others: [] }
  await expect(localTables(root).measure('bomb.csv.zst', job, { progress: () => {} })).rejects.toMatchObject({
    code: 'table.ratio',
  })
})
