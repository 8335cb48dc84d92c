import type { Check } from '../core/evidence.ts'
import { anchorChecks } from '../core/model/anchor-checks.ts'
import type { Claim } from '../core/model/claims/claim.ts'
import { pairPredictions } from '../core/model/predictions/pair-predictions.ts'
import type { Reading } from '../core/model/predictions/reading.ts'
import type { Task } from '../core/model/task.ts'
import type { Settings } from '../core/settings/schema.ts'
import type { Ports } from '../ports.ts'
import { findAnchor } from './find-anchor.ts'
import { type ReadPredictions, readPredictions } from './read-predictions.ts'

interface Judging {
  readonly task: Task
  readonly claims: readonly Claim[]
  readonly settings: Settings
  /** What is read of a model's predictions. */
  readonly reading: Reading
}

/** Holds the model against the one of the oldest certificate that is still valid. */
export async function judgeAnchor(
  own: ReadPredictions,
  { task, claims, settings, reading }: Judging,
  ports: Ports,
): Promise<{ checks: readonly Check[]; files: readonly ReadPredictions[] }> {
  const { anchor: wanted } = settings.certify
  if (!wanted) return { checks: [], files: [] }
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
      files: [],
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
      files: [],
    }
  const its = await readPredictions(
    { id: settings.certify.id, reading, file: wanted.predictions, role: 'anchor' },
    ports,
  )
  const [model, other] = [own.collected.predictions, its.collected.predictions]
  const pairing = model && other ? pairPredictions(model, other) : undefined
  const { budget } = wanted
  return {
    checks: [
      { ...FOUND, status: 'pass', reason: `${anchor.path}, valid since ${anchor.since.slice(0, 10)}` },
      ...its.collected.checks.filter(({ status }) => status !== 'pass'),
      ...(pairing?.checks.filter(({ status }) => status !== 'pass') ?? []),
      ...(model && pairing?.rows
        ? anchorChecks({ task, model: model.rows, anchor: pairing.rows, claims, budget, settings: settings.certify })
        : []),
    ],
    files: [its],
  }
}

const FOUND = { id: 'anchor.certificate', title: 'The oldest certificate that is still valid' } as const
