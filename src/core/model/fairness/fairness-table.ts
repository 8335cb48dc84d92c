import { clopperPearson, katz } from '../../stats/index.ts'
import type { FairnessTable } from '../result.ts'
import type { Trial } from '../trial.ts'
import { contrasts, sameRate } from './contrasts.ts'
import { countOutcomes } from './count-outcomes.ts'
import { largeGroups } from './large-groups.ts'
import { type Outcomes, rowsOf } from './outcomes.ts'
import { RATES, type RateName } from './rates.ts'

/** Every group's rates, and its selection over that of the group chosen most often; undefined where they cannot be told. */
export function fairnessTable(trial: Trial, by: readonly string[]): FairnessTable | undefined {
  const found = countOutcomes(trial, by)
  if ('gap' in found) return undefined
  const { level, positive, favourable = positive } = trial.settings
  const { large, small } = largeGroups(found.groups, ['selection'])
  const share = (outcomes: Outcomes) => RATES.selection(outcomes).k / RATES.selection(outcomes).n
  const most = large.reduce<Outcomes | undefined>((a, b) => (a && share(a) >= share(b) ? a : b), undefined)
  return {
    by: by.join(' and '),
    favourable,
    level,
    groups: found.groups.map(outcomes => ({
      group: outcomes.group.name,
      rows: rowsOf(outcomes),
      ...(small.includes(outcomes) ? { few: true as const } : {}),
      ...rate(outcomes, 'selection', level),
      ...rate(outcomes, 'truePositive', level),
      ...rate(outcomes, 'falsePositive', level),
      ...rate(outcomes, 'precision', level),
      ...(most && most !== outcomes && large.includes(outcomes) ? ratio(outcomes, most, level) : {}),
    })),
  }
}

function rate(outcomes: Outcomes, name: RateName, level: number): Partial<FairnessTable['groups'][number]> {
  const { k, n } = RATES[name](outcomes)
  if (n === 0) return {}
  const { lower, upper } = clopperPearson(k, n, level)
  return { [name]: { value: k / n, interval: [lower, upper], n } }
}

function ratio(outcomes: Outcomes, most: Outcomes, level: number): Partial<FairnessTable['groups'][number]> {
  const [first, second] = [RATES.selection(outcomes), RATES.selection(most)]
  if (second.k === 0) return {}
  const { lower, upper } = katz(first.k, first.n, second.k, second.n, level)
  const [pair] = contrasts([outcomes, most], ['selection'], 'ratio', level)
  const value = first.k / first.n / (second.k / second.n)
  return pair ? { ratio: { value, interval: [lower, upper], pValue: sameRate(pair) } } : {}
}
