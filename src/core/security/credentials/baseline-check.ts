import type { Check } from '../../evidence.ts'
import { type Baseline, isInBaseline } from './baseline.ts'

/** What a pull request would change about the baseline once merged; none where nothing. */
export function baselineChanges(path: string, base: Baseline | undefined, head: Baseline | undefined): Check[] {
  const added = (head?.secrets ?? []).filter(each => !base || !isInBaseline(base, each))
  if (added.length === 0) return []
  const places = [...new Set(added.map(each => each.path))].slice(0, 5).join(', ')
  return [
    {
      id: 'secrets-baseline.changed',
      title: 'The baseline of credentials would grow',
      status: 'warn',
      reason: `This pull request adds ${added.length} to ${path} (in ${places}); this run was decided by the base branch's`,
      hint: 'The change takes effect after the merge: see that each of them was there before, and is being revoked',
      locations: [{ file: path }],
    },
  ]
}

/** The check of a baseline that the settings name and that is not there. */
export const missingBaseline = (path: string): Check => ({
  id: 'secrets-baseline',
  title: 'The baseline of credentials is there',
  status: 'inconclusive',
  reason: `Expected ${path}, which security.secrets.baseline names, but found none`,
  hint: 'Write it with `proofmark secrets-baseline`, from what this scan has found',
})
