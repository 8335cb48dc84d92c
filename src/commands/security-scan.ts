import type { Check, Findings, Material } from '../core/evidence.ts'
import { findingWaivers } from '../core/record/policy/policy-waivers.ts'
import { artefactCheck } from '../core/security/artefact-check.ts'
import type { DependencyFile } from '../core/security/dependencies/dependency-file.ts'
import type { SecurityResult, Skipped } from '../core/security/result.ts'
import { stoppedScan } from '../core/security/stopped-scan.ts'
import type { Waivers } from '../core/security/waivers/match-waiver.ts'
import { waiveFindings } from '../core/security/waivers/waive-findings.ts'
import { waiversCheck } from '../core/security/waivers/waivers-check.ts'
import type { ScannedWorkflow } from '../core/security/workflows/result.ts'
import { waiveWorkflowCheck } from '../core/security/workflows/waive-workflow-check.ts'
import type { Settings } from '../core/settings/schema.ts'
import { UserError } from '../core/user-error.ts'
import type { FileScans, Ports, ScannedFile } from '../ports.ts'
import { inOrder } from './in-order.ts'
import { judgeSecretScan, type SecretScan, startSecretScan } from './judge-secret-scan.ts'
import type { GateCommand } from './produce-evidence.ts'
import { scanDependencies } from './scan-dependencies.ts'
import { scanLimits } from './scan-limits.ts'
import { type ScannedTables, scanTables } from './scan-tables.ts'
import { sizeBeside } from './size-beside.ts'

/** Files that are under way at once: as many as the processes may want, and not so many that what they hold adds up. */
const AHEAD = 64

interface Scan {
  readonly materials: Material[]
  readonly checks: Check[]
  readonly result: SecurityResult
  readonly dependencyFiles: DependencyFile[]
  readonly workflows: ScannedWorkflow[]
  readonly waivers: Waivers
  readonly secrets: SecretScan
}

const NO_TABLES: ScannedTables = { materials: [], checks: [], tables: [] }

/** Scans the model's files and further paths: what loading them would run, credentials, dependencies without a version or with known vulnerabilities. */
export const securityScan: GateCommand<'security-scan'> = {
  gate: 'security-scan',
  async find(settings, ports, out): Promise<Findings<'security-scan'>> {
    const { model, security, policy } = settings
    const waivers: Waivers = { list: findingWaivers(policy), now: ports.now() }
    const paths = [...(model.files ?? []), ...(security.paths ?? [])]
    const asked = security['sensitive-data'] || security['quasi-identifiers'] !== undefined
    const { materials, checks, tables } = asked ? await scanTables(settings, ports) : NO_TABLES
    if (paths.length === 0 && checks.length === 0)
      throw new UserError(
        'settings.missing',
        "Expected 'model.files', 'security.paths' or 'security.sensitive-data' to be set (what to scan) but found nothing",
        { hint: 'Name the model files under model.files, or give the paths' },
      )
    const result: SecurityResult = { files: [], secrets: [], dependencies: [], vulnerabilities: [] }
    const secrets = startSecretScan()
    const scan: Scan = { materials: [], checks: [], result, dependencyFiles: [], workflows: [], waivers, secrets }
    const skipped: Skipped[] = []
    const scans = ports.scanner.open(scanLimits(settings))
    const scanAll = async () => {
      if (paths.length > 0) await scanFiles(paths, out, settings, scan, skipped, scans, ports)
      if (paths.length > 0 && scan.result.files.length === 0) scan.checks.push(nothingScanned(paths))
      return scanDependencies(scan.dependencyFiles, result.files, settings, ports, waivers, scans)
    }
    const dependencies = await scanAll().finally(scans.close)
    const leaks = await judgeSecretScan(secrets, scan.materials, settings, ports, waivers)
    const digests = new Map(scan.materials.map(({ name, digest }) => [name, digest.sha256]))
    const scanned = scan.checks.map(check => waiveWorkflowCheck(check, waivers, path => digests.get(path)))
    const judged = [...scanned, ...leaks.checks, ...dependencies.checks, ...checks]
    return {
      materials: [
        ...scan.materials,
        ...[...leaks.materials, ...dependencies.materials, ...materials].filter(
          ({ name }) => !scan.materials.some(file => file.name === name),
        ),
      ],
      checks: [...judged, ...waiversCheck(waivers, judged)],
      result: {
        ...result,
        secrets: leaks.secrets,
        ...dependencies.result,
        ...(skipped.length > 0 && { skipped }),
        ...(tables.length > 0 && { tables }),
        ...(scan.workflows.length > 0 && { workflows: scan.workflows }),
      },
    }
  },
}

/** Scans every file that the paths name, in the order of their names, whatever the order in which the scans end. */
async function scanFiles(
  paths: readonly string[],
  out: string,
  settings: Settings,
  scan: Scan,
  skipped: Skipped[],
  scans: FileScans,
  ports: Ports,
): Promise<void> {
  const found = await ports.files.list(paths, { leftOut: (path, reason) => skipped.push({ path, reason }) })
  const listed = found.filter(path => !path.startsWith(`${out}/`))
  for (const path of found) if (path.startsWith(`${out}/`)) skipped.push({ path, reason: 'written by Proofmark' })
  const files = inOrder(listed, AHEAD, path => scanFile(path, listed, scans, ports))
  for await (const { path, sha256, bytes, state, scanned } of files) {
    ports.log.progress(`${path}: scanned`)
    // A small file by its bytes; one that is too large to be read twice by what it was when it was opened.
    const isSame =
      scanned.sha256 === undefined ? scanned.state === undefined || scanned.state === state : scanned.sha256 === sha256
    const kept = isSame ? scanned : { inspected: stoppedScan({ limit: 'change' }, scanLimits(settings)) }
    note(path, { sha256, bytes }, kept, scan)
  }
}

async function scanFile(path: string, listed: readonly string[], scans: FileScans, { files }: Ports) {
  const [{ sha256, bytes, state }, scanned] = await Promise.all([
    files.digest(path),
    scans.scan(path, sizeBeside(path, listed, files)),
  ])
  return { path, sha256, bytes, state, scanned }
}

/** Adds what the scan of a file gave to that of all. */
function note(path: string, digest: { sha256: string; bytes: number }, scanned: ScannedFile, scan: Scan): void {
  const { sha256, bytes } = digest
  const { inspected, checks = [], secrets = [], searched, workflow, dependencies } = scanned
  const { format } = inspected
  const { inspection, waivers } = waiveFindings(inspected, sha256, scan.waivers)
  const { status, globals, findings, limit, reason } = inspection
  scan.materials.push({ name: path, role: 'artefact', digest: { sha256 }, bytes })
  scan.checks.push(artefactCheck(path, { ...inspected, inspection }, waivers), ...checks)
  scan.result.files.push({
    path,
    format,
    bytes,
    sha256,
    status,
    globals,
    findings: [...findings],
    ...(status === 'inconclusive' && { reason }),
    ...(limit && { limit }),
  })
  scan.secrets.found.push(...secrets)
  if (searched) scan.secrets.searched[searched]++
  if (workflow) scan.workflows.push(workflow)
  if (dependencies) scan.dependencyFiles.push(dependencies)
}

const nothingScanned = (paths: readonly string[]): Check => ({
  id: 'artefact',
  title: 'There are files to scan',
  status: 'inconclusive',
  reason: `Expected files under ${paths.join(', ')} but found none`,
  hint: 'Check the paths, and that the model was built or downloaded before this step',
})
