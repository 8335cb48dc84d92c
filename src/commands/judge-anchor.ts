import type { Check, Material } from '../core/evidence.ts'
import { anchorChecks } from '../core/model/anchor-checks.ts'
import type { Claim } from '../core/model/claims/claim.ts'
import type { PredictionSource } from '../core/model/predictions/prediction-source.ts'
import type { Task } from '../core/model/task.ts'
import type { Settings } from '../core/settings/schema.ts'
import type { Ports } from '../ports.ts'
import { findAnchor } from './find-anchor.ts'
import { pairFiles, type ReadPredictions, readPredictions } from './read-predictions.ts'

interface Judging {
  readonly task: Task
  readonly claims: readonly Claim[]
  readonly settings: Settings
  readonly source: Pick<PredictionSource, 'id' | 'reading'>
}

/** Holds the model against the one of the oldest certificate that is still valid. */
export async function judgeAnchor(
  own: ReadPredictions,
  { task, claims, settings, source }: Judging,
  ports: Ports,
): Promise<{ checks: readonly Check[]; materials: readonly Material[] }> {
  const { anchor: wanted } = settings.certify
  if (!wanted) return { checks: [], materials: [] }
  const anchor = await findAnchor(wanted, settings.model.name, ports)
  if (!anchor)
    return {
      checks: [
        {
          ...FOUND,
          status: 'inconclusive',
          reason: `Expected a certificate that is valid and signed by the key in ${wanted.key} among ${wanted.certificates.join(', ')} but found none`,
          hint: "Before there is a first certificate, leave 'certify.anchor' out",
        },
      ],
      materials: [],
    }
  const { sha256 } = await ports.files.digest(wanted.predictions)
  if (sha256 !== anchor.predictions)
    return {
      checks: [
        {
          ...FOUND,
          status: 'inconclusive',
          reason: `Expected ${wanted.predictions} to be the predictions that ${anchor.path} certifies but it has other bytes`,
          hint: `Keep the predictions of the model certified on ${anchor.since.slice(0, 10)} and name them under 'certify.anchor.predictions'`,
          locations: [{ file: wanted.predictions }],
        },
      ],
      materials: [],
    }
  const its = await readPredictions({ ...source, file: wanted.predictions, role: 'anchor' }, ports)
  const pairing = await pairFiles(own, its)
  const model = own.collected.predictions?.rows
  const { budget } = wanted
  return {
    checks: [
      { ...FOUND, status: 'pass', reason: `${anchor.path}, valid since ${anchor.since.slice(0, 10)}` },
      ...its.collected.checks.filter(({ status }) => status !== 'pass'),
      ...(pairing?.checks.filter(({ status }) => status !== 'pass') ?? []),
      ...(model && pairing?.rows
        ? anchorChecks({ task, model, anchor: pairing.rows, claims, budget, settings: settings.certify })
        : []),
    ],
    materials: [its.material],
  }
}

const FOUND = { id: 'anchor.certificate', title: 'The oldest certificate that is still valid' } as const
