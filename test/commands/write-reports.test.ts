import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { writeReports } from '../../src/commands/write-reports.ts'
import { localFiles } from '../../src/files/local-files.ts'
import { certified, scanned } from '../report/some-evidence.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'reports-'))
})
afterEach(() => rmSync(root, { recursive: true }))

const ports = () => ({
  files: localFiles(root),
  sha256: (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex'),
})
const written = () => readdirSync(join(root, 'out')).toSorted()
const ofGate = (gate: string) => ['issues.json', 'junit.xml', 'sarif'].map(ending => `${gate}.${ending}`)
const QUALITY = 'gl-code-quality-report.json'

it('writes SARIF, JUnit and issues for each gate, one bill of materials and one code quality report of them all', async () => {
  await writeReports([certified(), scanned([])], ['model-certify', 'security-scan'], 'out', ports())
  expect(written()).toEqual(['bom.cdx.json', QUALITY, ...ofGate('model-certify'), ...ofGate('security-scan')])
  const bom = JSON.parse(readFileSync(join(root, 'out/bom.cdx.json'), 'utf8'))
  expect(bom.metadata.component.modelCard.quantitativeAnalysis.performanceMetrics).toHaveLength(2)
})

it("leaves the bill of materials to the scan, and other gates' files alone", async () => {
  await writeReports([scanned([])], ['security-scan'], 'out', ports())
  const before = readFileSync(join(root, 'out/bom.cdx.json'), 'utf8')
  await writeReports([certified()], ['model-certify'], 'out', ports())
  expect(readFileSync(join(root, 'out/bom.cdx.json'), 'utf8')).toBe(before)
  expect(written()).toContain('security-scan.sarif')
})

it('removes what an earlier run left of a gate that did not run now', async () => {
  await writeReports([certified(), scanned([])], ['model-certify', 'security-scan'], 'out', ports())
  await writeReports([certified()], ['model-certify', 'security-scan'], 'out', ports())
  expect(written()).toEqual([QUALITY, ...ofGate('model-certify')])
})

it('writes the same bytes for the same evidence', async () => {
  const once = async () => {
    await writeReports([certified(), scanned([])], ['model-certify', 'security-scan'], 'out', ports())
    return written().map(name => readFileSync(join(root, 'out', name), 'utf8'))
  }
  expect(await once()).toEqual(await once())
})

it('writes the model card where one is declared, and takes away an old one', async () => {
  const card = { name: 'credit', owner: 'Risk <team>', limitations: ['Few | applicants', 'None under 18'] }
  await writeReports([certified([], { card })], ['model-certify'], 'out', ports())
  expect(written()).toEqual([QUALITY, 'model-card.json', 'model-card.md', ...ofGate('model-certify')])
  const markdown = readFileSync(join(root, 'out/model-card.md'), 'utf8')
  expect(markdown).toContain('## Owner\n\nRisk &lt;team&gt;\n')
  expect(markdown).toContain('## Limitations\n\n- Few \\| applicants\n- None under 18\n')
  expect(markdown).toMatch(/\| AUC \| 0.7500 \| \[0.6250, 0.8750\] at 95.0/)
  const json = JSON.parse(readFileSync(join(root, 'out/model-card.json'), 'utf8'))
  expect(json).toMatchObject({ model: { name: 'credit' }, declared: { owner: 'Risk <team>' }, task: 'binary' })
  await writeReports([certified()], ['model-certify'], 'out', ports())
  expect(written()).toEqual([QUALITY, ...ofGate('model-certify')])
})
