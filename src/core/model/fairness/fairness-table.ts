import { clopperPearson } from '../../stats/index.ts'
import type { FairnessTable } from '../result.ts'
import type { Trial } from '../trial.ts'
import { contrasts } from './contrasts.ts'
import { countOutcomes } from './count-outcomes.ts'
import type { Facts } from './facts.ts'
import { largeGroups } from './large-groups.ts'
import { type Outcomes, rowsOf } from './outcomes.ts'
import { rateInDesign } from './rate-in-design.ts'
import { RATES, type RateName } from './rates.ts'

/** Every group's rates, and its selection over that of the group chosen most often; undefined where they cannot be told. */
export function fairnessTable(trial: Trial, by: readonly string[]): FairnessTable | undefined {
  const found = countOutcomes(trial, by)
  if ('gap' in found) return undefined
  const { level, positive, favourable = positive } = trial.settings
  const { large, small } = largeGroups(found.groups, ['selection'])
  const { facts } = found
  const shares = new Map(large.map(outcomes => [outcomes, rate(outcomes, 'selection', level, facts).selection?.value]))
  const share = (outcomes: Outcomes) => shares.get(outcomes) ?? 0
  const most = large.reduce<Outcomes | undefined>((a, b) => (a && share(a) >= share(b) ? a : b), undefined)
  return {
    by: by.join(' and '),
    favourable,
    level,
    ...(facts ? { method: 'mover' as const } : {}),
    groups: found.groups.map(outcomes => ({
      group: outcomes.group.name,
      rows: rowsOf(outcomes),
      ...(small.includes(outcomes) ? { few: true as const } : {}),
      ...rate(outcomes, 'selection', level, facts),
      ...rate(outcomes, 'truePositive', level, facts),
      ...rate(outcomes, 'falsePositive', level, facts),
      ...rate(outcomes, 'precision', level, facts),
      ...(most && most !== outcomes && large.includes(outcomes) ? ratio(outcomes, most, level, facts) : {}),
    })),
  }
}

type Row = Partial<FairnessTable['groups'][number]>

function rate(outcomes: Outcomes, name: RateName, level: number, facts?: Facts): Row {
  const { k, n } = RATES[name](outcomes)
  if (n === 0) return {}
  if (facts) {
    const { value, interval } = rateInDesign(outcomes, name, facts, level).estimate
    return value === null || !interval ? {} : { [name]: { value, interval: [...interval], n } }
  }
  const { lower, upper } = clopperPearson(k, n, level)
  return { [name]: { value: k / n, interval: [lower, upper], n } }
}

function ratio(outcomes: Outcomes, most: Outcomes, level: number, facts?: Facts): Row {
  if (RATES.selection(most).k === 0) return {}
  const found = contrasts([outcomes, most], ['selection'], 'ratio', level, facts).find(
    ({ first }) => first === outcomes,
  )
  return found ? { ratio: { value: found.value, interval: [...found.interval], pValue: found.pValue } } : {}
}
