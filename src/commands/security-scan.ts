import type { Check, Findings, Material } from '../core/evidence.ts'
import { artefactCheck } from '../core/security/artefact-check.ts'
import { decodeStrictly } from '../core/security/bytes.ts'
import { decompress } from '../core/security/decompress.ts'
import * as manifests from '../core/security/dependencies/manifests/index.ts'
import { dependenciesCheck, unreadDependenciesCheck } from '../core/security/dependencies-check.ts'
import { inconclusive } from '../core/security/format.ts'
import { type InspectedFile, inspectFile } from '../core/security/inspect-file.ts'
import type { SecurityResult } from '../core/security/result.ts'
import { noSecretsCheck, secretsCheck, unsearchedCheck } from '../core/security/secrets-check.ts'
import { UserError } from '../core/user-error.ts'
import type { Ports } from '../ports.ts'
import type { GateCommand } from './produce-evidence.ts'

/** Largest file that is read, in bytes: what fits in one piece of memory. */
const MAX_FILE = 2 ** 31 - 1
/** Longest text that is searched for credentials, in bytes. */
const MAX_TEXT = 5 * 1024 * 1024

interface Scan {
  readonly materials: Material[]
  readonly checks: Check[]
  readonly result: SecurityResult
  /** Text files searched for credentials. */
  searched: number
}

/** Scans the model's files and further paths: what loading them would run, credentials, dependencies without a version. */
export const securityScan: GateCommand<'security-scan'> = {
  gate: 'security-scan',
  isConfigured: ({ model, security }) => model.files !== undefined || security.paths !== undefined,
  async find({ model, security }, ports, out): Promise<Findings<'security-scan'>> {
    const paths = [...(model.files ?? []), ...(security.paths ?? [])]
    if (paths.length === 0)
      throw new UserError(
        'settings.missing',
        "Expected 'model.files' or 'security.paths' to be set (files and folders to scan) but found nothing",
        { hint: 'Name the model files under model.files, or give the paths' },
      )
    const scan: Scan = { materials: [], checks: [], result: { files: [], secrets: [], dependencies: [] }, searched: 0 }
    const files = (await ports.files.list(paths)).filter(path => !path.startsWith(`${out}/`))
    for (const path of files) await scanFile(path, scan, ports)
    if (scan.result.files.length === 0) scan.checks.push(nothingScanned(paths))
    if (scan.searched > 0 && scan.result.secrets.length === 0) scan.checks.push(noSecretsCheck(scan.searched))
    return { materials: scan.materials, checks: scan.checks, result: scan.result }
  },
}

async function scanFile(path: string, scan: Scan, ports: Ports): Promise<void> {
  ports.log.progress(`${path}: scanning`)
  const { sha256, bytes } = await ports.files.digest(path)
  scan.materials.push({ name: path, role: 'artefact', digest: { sha256 }, bytes })
  const content = bytes > MAX_FILE ? undefined : await ports.files.read(path, { maxBytes: MAX_FILE })
  const inspected = content ? await inspectFile(content, { decompress }) : tooLarge(bytes)
  const { format, inspection } = inspected
  scan.checks.push(artefactCheck(path, inspected))
  const { status, globals, findings } = inspection
  scan.result.files.push({ path, format, bytes, sha256, status, globals, findings: [...findings] })
  if (content && format.split('+').includes('text')) await scanText(path, content, scan, ports)
}

async function scanText(path: string, content: Uint8Array, scan: Scan, { secrets }: Ports): Promise<void> {
  const text = content.length > MAX_TEXT ? undefined : decodeStrictly(content)
  if (text === undefined) {
    scan.checks.push(unsearchedCheck(path, content.length, MAX_TEXT))
    return
  }
  scan.searched++
  const found = await secrets.find(path, text)
  scan.result.secrets.push(...found.map(({ line, rule, fingerprint }) => ({ path, line, rule, fingerprint })))
  if (found.length > 0) scan.checks.push(secretsCheck(path, found))
  const manifest = Object.values(manifests).find(each => each.recognise(path))
  if (manifest) scanDependencies(path, () => manifest.read(path, text.replace(/^\uFEFF/, '')), scan)
}

function scanDependencies(path: string, read: () => Parameters<typeof dependenciesCheck>[1], scan: Scan): void {
  try {
    const declared = read()
    scan.checks.push(dependenciesCheck(path, declared))
    const open = declared.requirements.filter(({ pinned }) => !pinned)
    scan.result.dependencies.push(
      ...open.map(({ name, line, requirement }) => ({ file: path, name, line, requirement })),
    )
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    scan.checks.push(unreadDependenciesCheck(path, error))
  }
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
