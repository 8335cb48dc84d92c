import type { Check, Material } from '../core/evidence.ts'
import { type Baseline, readBaseline } from '../core/security/credentials/baseline.ts'
import { baselineChanges, missingBaseline } from '../core/security/credentials/baseline-check.ts'
import type { FoundSecret } from '../core/security/credentials/found-secret.ts'
import { judgeSecrets } from '../core/security/credentials/judge-secrets.ts'
import { noSecretsCheck, type Searched, secretsCheck } from '../core/security/credentials/secrets-check.ts'
import type { Waivers } from '../core/security/waivers/match-waiver.ts'
import type { Settings } from '../core/settings/schema.ts'
import type { Ports } from '../ports.ts'

/** Longest baseline that is read, in bytes. */
const MAX_DOCUMENT = 64 * 1024 * 1024

/** What has been searched for credentials so far. */
export interface SecretScan {
  readonly found: FoundSecret[]
  readonly searched: Searched
}

export const startSecretScan = (): SecretScan => ({ found: [], searched: { texts: 0, models: 0 } })

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
    checks: [...checks, ...baseline.changes],
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
