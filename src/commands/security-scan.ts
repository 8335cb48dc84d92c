import type { Check, Findings, Material } from '../core/evidence.ts'
import { artefactCheck } from '../core/security/artefact-check.ts'
import { decodeStrictly } from '../core/security/bytes.ts'
import {
  type DependencyFile,
  readDependencyFile,
  unreadDependencyFile,
} from '../core/security/dependencies/dependency-file.ts'
import { inconclusive } from '../core/security/format.ts'
import { type InspectedFile, inspectFile } from '../core/security/inspect-file.ts'
import type { SecurityResult } from '../core/security/result.ts'
import { noSecretsCheck, secretsCheck, unsearchedCheck } from '../core/security/secrets-check.ts'
import { inspectWorkflowFile } from '../core/security/workflows/inspect-workflow-file.ts'
import type { ScannedWorkflow } from '../core/security/workflows/result.ts'
import { UserError } from '../core/user-error.ts'
import type { Ports } from '../ports.ts'
import type { GateCommand } from './produce-evidence.ts'
import { scanDependencies } from './scan-dependencies.ts'
import { type ScannedTables, scanTables } from './scan-tables.ts'
import { sizeBeside } from './size-beside.ts'

/** Largest file that is read, in bytes: what fits in one piece of memory. */
const MAX_FILE = 2 ** 31 - 1
/** Longest text that is searched for credentials, in bytes. */
const MAX_TEXT = 5 * 1024 * 1024
/** Longest lock file or report on dependencies that is read, in bytes. */
const MAX_DEPENDENCIES = 32 * 1024 * 1024

interface Scan {
  readonly materials: Material[]
  readonly checks: Check[]
  readonly result: SecurityResult
  readonly dependencyFiles: DependencyFile[]
  readonly workflows: ScannedWorkflow[]
  /** Text files searched for credentials. */
  searched: number
}

const NO_TABLES: ScannedTables = { materials: [], checks: [], tables: [] }

/** Scans the model's files and further paths: what loading them would run, credentials, dependencies without a version or with known vulnerabilities. */
export const securityScan: GateCommand<'security-scan'> = {
  gate: 'security-scan',
  isConfigured: ({ model, security }) =>
    [model.files, security.paths, security['quasi-identifiers']].some(setting => setting !== undefined) ||
    security['sensitive-data'],
  async find(settings, ports, out): Promise<Findings<'security-scan'>> {
    const { model, security } = settings
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
    const scan: Scan = { materials: [], checks: [], result, dependencyFiles: [], workflows: [], searched: 0 }
    const found = paths.length > 0 ? await ports.files.list(paths) : []
    const listed = found.filter(path => !path.startsWith(`${out}/`))
    for (const path of listed) await scanFile(path, listed, scan, ports)
    if (paths.length > 0 && scan.result.files.length === 0) scan.checks.push(nothingScanned(paths))
    if (scan.searched > 0 && scan.result.secrets.length === 0) scan.checks.push(noSecretsCheck(scan.searched))
    const dependencies = await scanDependencies(scan.dependencyFiles, result.files, settings, ports)
    return {
      materials: [
        ...scan.materials,
        ...[...dependencies.materials, ...materials].filter(
          ({ name }) => !scan.materials.some(file => file.name === name),
        ),
      ],
      checks: [...scan.checks, ...dependencies.checks, ...checks],
      result: {
        ...result,
        ...dependencies.result,
        ...(tables.length > 0 && { tables }),
        ...(scan.workflows.length > 0 && { workflows: scan.workflows }),
      },
    }
  },
}

async function scanFile(path: string, listed: readonly string[], scan: Scan, ports: Ports): Promise<void> {
  ports.log.progress(`${path}: scanning`)
  const { sha256, bytes } = await ports.files.digest(path)
  scan.materials.push({ name: path, role: 'artefact', digest: { sha256 }, bytes })
  const content = bytes > MAX_FILE ? undefined : await ports.files.read(path, { maxBytes: MAX_FILE })
  const context = { ...ports.codecs, name: path, sizeBeside: sizeBeside(path, listed, ports.files) }
  const inspected = content ? await inspectFile(content, context) : tooLarge(bytes)
  const { format, inspection } = inspected
  scan.checks.push(artefactCheck(path, inspected))
  const { status, globals, findings } = inspection
  scan.result.files.push({ path, format, bytes, sha256, status, globals, findings: [...findings] })
  if (content && format.split('+').includes('text')) await scanText(path, content, scan, ports)
  const dependencies = bytes > 0 ? dependenciesIn(path, content, format) : undefined
  if (dependencies) scan.dependencyFiles.push(dependencies)
}

/** What a file says about dependencies; one that should, by its name, and is no text of a fit length, is a fault. */
function dependenciesIn(path: string, content: Uint8Array | undefined, format: string): DependencyFile | undefined {
  const isText = content !== undefined && content.length <= MAX_DEPENDENCIES && format.split('+').includes('text')
  const text = isText ? decodeStrictly(content) : undefined
  return text === undefined ? unreadDependencyFile(path, MAX_DEPENDENCIES) : readDependencyFile(path, text)
}

async function scanText(path: string, content: Uint8Array, scan: Scan, { secrets }: Ports): Promise<void> {
  const text = content.length > MAX_TEXT ? undefined : decodeStrictly(content)
  const workflows = inspectWorkflowFile(path, text?.replace(/^\uFEFF/, ''))
  if (workflows) scan.checks.push(...workflows.checks)
  if (workflows?.workflow) scan.workflows.push(workflows.workflow)
  if (text === undefined) {
    scan.checks.push(unsearchedCheck(path, content.length, MAX_TEXT))
    return
  }
  scan.searched++
  const found = await secrets.find(path, text)
  scan.result.secrets.push(...found.map(({ line, rule, fingerprint }) => ({ path, line, rule, fingerprint })))
  if (found.length > 0) scan.checks.push(secretsCheck(path, found))
}

const tooLarge = (bytes: number): InspectedFile => ({
  format: 'unread',
  title: 'not read',
  inspection: inconclusive(
    `Expected at most ${MAX_FILE} bytes but found ${bytes}, more than can be read`,
    'Split the file, or keep it out of the scanned paths',
  ),
})

const nothingScanned = (paths: readonly string[]): Check => ({
  id: 'artefact',
  title: 'There are files to scan',
  status: 'inconclusive',
  reason: `Expected files under ${paths.join(', ')} but found none`,
  hint: 'Check the paths, and that the model was built or downloaded before this step',
})
