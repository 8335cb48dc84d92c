import type { Check, Material } from '../core/evidence.ts'
import { decodeStrictly } from '../core/security/bytes.ts'
import { type Baseline, readBaseline } from '../core/security/credentials/baseline.ts'
import { baselineChanges, missingBaseline } from '../core/security/credentials/baseline-check.ts'
import type { FoundSecret } from '../core/security/credentials/found-secret.ts'
import { readGitleaks } from '../core/security/credentials/gitleaks.ts'
import { judgeSecrets } from '../core/security/credentials/judge-secrets.ts'
import { metadataOf } from '../core/security/credentials/metadata-of.ts'
import { notebookText } from '../core/security/credentials/notebook.ts'
import { plainText, type SearchedText } from '../core/security/credentials/searched-text.ts'
import {
  noSecretsCheck,
  type Searched,
  secretsCheck,
  unsearchedCheck,
} from '../core/security/credentials/secrets-check.ts'
import type { Waivers } from '../core/security/waivers/match-waiver.ts'
import type { Settings } from '../core/settings/schema.ts'
import type { Ports } from '../ports.ts'

/** Longest text that is searched for credentials, in bytes. */
const MAX_TEXT = 5 * 1024 * 1024
/** Longest notebook, whose pictures are not searched, and longest report of another tool, in bytes. */
const MAX_DOCUMENT = 64 * 1024 * 1024

/** What has been searched for credentials so far. */
export interface SecretScan {
  readonly found: FoundSecret[]
  readonly checks: Check[]
  readonly searched: Searched
}

export const startSecretScan = (): SecretScan => ({ found: [], checks: [], searched: { texts: 0, models: 0 } })

/** Searches a file that is text, or takes it for what it is: a notebook, another tool's report. */
export async function searchText(path: string, content: Uint8Array, scan: SecretScan, ports: Ports): Promise<void> {
  const text = content.length > MAX_DOCUMENT ? undefined : decodeStrictly(content)
  const reported = text === undefined ? undefined : readGitleaks(text, ports.sha256)
  if (reported) {
    scan.found.push(...reported)
    return
  }
  const searched = text === undefined ? undefined : (notebookText(text) ?? plainText(text))
  if (searched === undefined || searched.text.length > MAX_TEXT) {
    scan.checks.push(unsearchedCheck(path, content.length, MAX_TEXT))
    return
  }
  scan.searched.texts++
  await search(path, searched, scan, ports)
}

/** Searches what a model file says of itself. */
export async function searchMetadata(
  path: string,
  format: string,
  content: Uint8Array,
  scan: SecretScan,
  ports: Ports,
): Promise<void> {
  const searched = metadataOf(format, content)
  if (!searched) return
  if (searched.text.length > MAX_TEXT) {
    scan.checks.push(unsearchedCheck(path, searched.text.length, MAX_TEXT))
    return
  }
  scan.searched.models++
  await search(path, searched, scan, ports)
}

async function search(path: string, { text, placeOf }: SearchedText, scan: SecretScan, { secrets }: Ports) {
  const found = await secrets.find(path, text)
  scan.found.push(...found.map(({ line, rule, fingerprint }) => ({ path, ...placeOf(line), rule, fingerprint })))
}

/** Judges all that was found by baseline and waivers: one check per file, or one that stands for all. */
export async function judgeSecretScan(
  scan: SecretScan,
  materials: readonly Material[],
  settings: Settings,
  ports: Ports,
  waivers: Waivers,
): Promise<{ readonly materials: Material[]; readonly checks: Check[]; readonly secrets: FoundSecret[] }> {
  const baseline = await baselineOf(settings.security.secrets.baseline, ports)
  const digests = new Map(materials.map(({ name, digest }) => [name, digest.sha256]))
  const judged = judgeSecrets(scan.found, baseline.counts, waivers, path => digests.get(path))
  const checks = [...Map.groupBy(judged, ({ secret }) => secret.path)].map(([path, group]) => secretsCheck(path, group))
  const { texts, models } = scan.searched
  if (judged.length === 0 && texts + models > 0) checks.push(noSecretsCheck(scan.searched))
  return {
    materials: baseline.materials,
    checks: [...scan.checks, ...checks, ...baseline.changes],
    secrets: judged.map(({ secret }) => secret),
  }
}

/** The baseline that counts: in a pull request the base branch's, as the policy does. */
async function baselineOf(
  path: string | undefined,
  { files, base }: Ports,
): Promise<{ counts: Baseline | undefined; changes: Check[]; materials: Material[] }> {
  if (path === undefined) return { counts: undefined, changes: [], materials: [] }
  if (!base && !(await files.exists(path)))
    return { counts: undefined, changes: [missingBaseline(path)], materials: [] }
  if (!base) {
    const counts = readBaseline(path, await files.readText(path, { maxBytes: MAX_DOCUMENT }))
    const { sha256, bytes } = await files.digest(path)
    return { counts, changes: [], materials: [{ name: path, role: 'settings', digest: { sha256 }, bytes }] }
  }
  const text = await base.readText(path)
  const counts = text === undefined ? undefined : readBaseline(path, text)
  const exists = await files.exists(path)
  const head = exists ? readBaseline(path, await files.readText(path, { maxBytes: MAX_DOCUMENT })) : undefined
  return { counts, changes: baselineChanges(path, counts, head), materials: [] }
}
