import { dependence } from '../dependence.ts'
import { listed } from '../format.ts'
import { isPlain } from '../forms/design.ts'
import { designOf } from '../forms/design-of.ts'
import { namesOf } from '../predictions/rows.ts'
import { groupRows, MOST_GROUPS } from '../slices/group-rows.ts'
import type { Trial } from '../trial.ts'
import type { Facts } from './facts.ts'
import type { Outcomes } from './outcomes.ts'

interface Groups {
  readonly groups: readonly Outcomes[]
  /** Of the single rows, where they count differently or belong together. */
  readonly facts?: Facts
}

/** The outcomes of every group, or why they cannot be told, as a sentence and what to do. */
export type Counted = Groups | { readonly gap: string; readonly hint: string }

export function countOutcomes({ task, rows, settings }: Trial, columns: readonly string[]): Counted {
  const { positive, favourable = positive, threshold } = settings
  if (!task.twoClasses)
    return { gap: `Fairness is not told of the task ${task.id}`, hint: 'Ask it of binary predictions' }
  const classes = namesOf(rows, 'label').names
  if (!classes.includes(favourable))
    return {
      gap: `Expected 'favourable' to be a class but found '${favourable}'`,
      hint: `Set it to ${listed(classes.map(name => `'${name}'`)).replace(' and ', ' or ')}`,
    }
  const found = groupRows(rows, columns)
  if (!found)
    return {
      gap: `Expected at most ${MOST_GROUPS} groups by ${columns.join(' and ')} but found more`,
      hint: 'Name a column with fewer values',
    }
  const { labels, scores } = task.twoClasses(rows, settings)
  const wanted = favourable === positive ? 1 : 0
  const groups = found.map(group => {
    let [hits, misses, gifts, others] = [0, 0, 0, 0]
    for (const row of group.chosen) {
      const isTrue = labels[row] === wanted
      const isChosen = Number((scores[row] ?? Number.NaN) >= threshold) === wanted
      if (isTrue && isChosen) hits++
      else if (isTrue) misses++
      else if (isChosen) gifts++
      else others++
    }
    return { group, hits, misses, gifts, others }
  })
  const design = designOf(rows, () => undefined, { level: settings.level, seed: '0' })
  if (isPlain(design)) {
    const gap = dependence(settings)
    return gap === undefined ? { groups } : { gap, hint: 'Name the column in the file of the predictions' }
  }
  const truths = labels.map(label => Number(label === wanted))
  const chosen = Uint8Array.from(scores, score => Number(Number(score >= threshold) === wanted))
  return { groups, facts: { truths, chosen, design } }
}
