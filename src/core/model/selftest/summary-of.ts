import type { Verdict } from '../../verdict.ts'
import { listed } from '../format.ts'
import type { Degraded, SelftestResult } from './selftest-result.ts'

/** The outcome in a sentence. */
export function summaryOf(verdict: Verdict, model: SelftestResult['model'], degradations: readonly Degraded[]): string {
  if (verdict === 'inconclusive') {
    const first = model.open.find(({ status }) => status === 'fail') ?? model.open[0]
    const why = model.verdict === 'failed' ? 'fails' : 'is undecided'
    return `Nothing was tried: the model ${why} as it is${first ? ` (${first.title})` : ''}`
  }
  const tried = degradations.flatMap(({ title, tried }) => tried.map(one => ({ title, ...one })))
  const must = tried.filter(one => one.must)
  const missed = must.filter(one => one.verdict === 'passed')
  if (missed.length === 0) return `The policy catches all ${must.length} degradations that it must catch`
  const names = missed.map(({ title, shown }) => (shown === '' ? title : `${title} (${shown})`))
  return `The policy passes ${missed.length} of ${must.length} degradations that it must catch: ${listed(names)}`
}
