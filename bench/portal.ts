/**
 * What a portal costs: 200 models with 50 certificates each, and the evidence of drift of every model, twelve runs each; the log checked out
 * in a folder, every signature verified. Run: node bench/portal.ts [MODELS CERTIFICATES RUNS]
 */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { recordLog } from '../src/commands/log/record-log.ts'
import { portal } from '../src/commands/portal.ts'
import { checkedOutBranch, compose } from '../src/compose.ts'
import { logPorts, NOW, trustIn } from '../test/harness/log/a-log.ts'
import { certifier } from '../test/harness/portal/certifier.ts'
import { driftEvidence } from '../test/harness/portal/drift-evidence.ts'
import { logTree } from '../test/harness/portal/log-tree.ts'
import { manyLives } from '../test/harness/portal/many-lives.ts'

const signer = certifier()
const [models = 200, certificates = 50, runs = 12] = process.argv.slice(2).map(Number)
const root = mkdtempSync(join(tmpdir(), 'portal-'))
const put = (path: string, content: Uint8Array | string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), content)
}
for (const [path, content] of logTree(manyLives(models, certificates, signer))) put(`log/${path}`, content)
for (let model = 0; model < models; model++)
  for (let run = 0; run < runs; run++)
    put(
      `evidence/${model}/${run}/drift-compare.evidence.json`,
      driftEvidence(`model-${String(model).padStart(3, '0')}`, run),
    )

const log = { info() {}, warn() {}, progress() {} }
const ports = { ...compose(root, log, {}), now: () => NOW }
const branch = checkedOutBranch(join(root, 'log'), 'log')
const started = performance.now()
const cpu = process.cpuUsage()
const built = await portal(
  { out: 'site', title: 'Models', evidence: runs > 0 ? ['evidence'] : [] },
  [
    {
      recordLog: recordLog({ branch, trust: trustIn() }, logPorts()),
      trust: { keys: [{ name: 'the certifier', key: signer.publicKey }] },
    },
  ],
  ports,
)
const seconds = (performance.now() - started) / 1000
const { user, system } = process.cpuUsage(cpu)
const files = readdirSync(join(root, 'site'), { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
const bytes = files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0)
console.log(
  `${built.models} models × ${certificates} certificates, ${built.evidence} evidence files: ${seconds.toFixed(1)} s (${((user + system) / 1e6).toFixed(1)} s of CPU), ` +
    `${built.signatures.verified} signatures verified, ${built.pages} pages, ${(bytes / 1e6).toFixed(1)} MB, ${Math.round(process.memoryUsage.rss() / 1e6)} MB of memory`,
)
rmSync(root, { recursive: true })
if (built.exitCode !== 0) process.exitCode = 1
