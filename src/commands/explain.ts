import type { Check, GateName } from '../core/evidence.ts'
import { explainCheck } from '../core/explain/explain-check.ts'
import type { Explanation } from '../core/explain/explanation.ts'
import { findExplanations } from '../core/explain/find-explanations.ts'
import { isReadable } from '../core/record/decision/evidence-document.ts'
import { printable } from '../core/security/printable.ts'
import { UserError } from '../core/user-error.ts'
import type { Ports } from '../ports.ts'
import { findEvidence } from './record/find-evidence.ts'

/** How a check of that very id stands in the evidence at hand. */
export interface StandingCheck {
  readonly gate: GateName
  readonly check: Check
}

export interface Explained {
  readonly asked: string
  readonly explanations: readonly Explanation[]
  /** Checks of the last run that have this id. */
  readonly standing: readonly StandingCheck[]
}

/** What an id means, and how the checks of that id stand in the evidence of the folder `out`, where there are any. */
export async function explain(
  asked: string,
  { out, gate }: { readonly out: string; readonly gate?: GateName | undefined },
  ports: Ports,
): Promise<Explained> {
  const documents = (await findEvidence(out, ports)).map(({ document }) => document).filter(isReadable)
  const standing = documents.flatMap(({ gate: from, evidence }) =>
    gate === undefined || gate === from
      ? evidence.checks.filter(({ id }) => id === asked).map(check => ({ gate: from, check }))
      : [],
  )
  const known = [...new Set(standing.flatMap(each => explainCheck(each.gate, each.check.id) ?? []))]
  if (known.length > 0) return { asked, explanations: known, standing }
  const { found, words } = findExplanations(asked, gate)
  if (found.length > 0) return { asked, explanations: found, standing }
  throw new UserError(
    'explain.unknown',
    `Expected the id of a check, a metric, a method or a format but found '${printable(asked.slice(0, 200))}'`,
    {
      hint: `${await meant(asked, words)}docs/checks.md lists them all; ids stand in the evidence, and in reports`,
    },
  )
}

/** Words that are near to what was asked. */
async function meant(asked: string, words: readonly string[]): Promise<string> {
  const { default: leven } = await import('leven')
  const lower = asked.toLowerCase()
  const last = lower.slice(lower.lastIndexOf('.') + 1)
  const near = words
    .map(word => ({ word, far: Math.min(leven(word, lower), leven(word, last)) }))
    .filter(({ word, far }) => far <= Math.max(2, Math.floor(word.length / 3)))
    .toSorted((a, b) => a.far - b.far)
    .slice(0, 3)
    .map(({ word }) => `'${word}'`)
  return near.length === 0 ? '' : `Did you mean ${near.join(' or ')}? `
}
