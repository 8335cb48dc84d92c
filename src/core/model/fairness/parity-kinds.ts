import type { Parity } from '../claims/claim.ts'
import type { Comparing } from './contrasts.ts'
import type { RateName } from './rates.ts'

interface ParityKind {
  readonly title: string
  /** Rates that must be alike. */
  readonly rates: readonly RateName[]
  readonly comparing: Comparing
}

/** What the kinds of fairness compare (Hardt, Price and Srebro 2016; Chouldechova 2017; 29 CFR 1607.4 D). */
export const PARITY_KINDS: Record<Parity['kind'], ParityKind> = {
  fair: { title: 'Four-fifths rule', rates: ['selection'], comparing: 'ratio' },
  'impact-ratio': { title: 'Impact ratio', rates: ['selection'], comparing: 'ratio' },
  'equal-opportunity': { title: 'Equal opportunity', rates: ['truePositive'], comparing: 'difference' },
  'equalized-odds': { title: 'Equalized odds', rates: ['truePositive', 'falsePositive'], comparing: 'difference' },
  'predictive-parity': { title: 'Predictive parity', rates: ['precision'], comparing: 'difference' },
}

/** The rates in words. */
export const RATE_WORDS: Record<RateName, string> = {
  selection: 'predicted favourable',
  truePositive: 'predicted favourable among the truly favourable',
  falsePositive: 'predicted favourable among the truly unfavourable',
  precision: 'truly favourable among those predicted so',
}
