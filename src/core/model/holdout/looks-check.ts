import type { Check } from '../../evidence.ts'
import { counted } from '../format.ts'
import type { EarlierLook } from './earlier-look.ts'
import type { Holdout } from './fingerprint.ts'

/** From that share of the looks on it is time to think of new rows. */
const FEW_LEFT = 0.8

interface Looks {
  /** SHA-256 of the predictions under judgement. */
  readonly predictions: string
  readonly earlier: readonly EarlierLook[]
  /** How many looks there may be. */
  readonly most: number
}

/**
 * How many different models were judged on this hold-out, this one included. The same predictions judged again are no further look: they
 * tell nothing new.
 */
export function looksCheck({ rows, ids }: Holdout, { predictions, earlier, most }: Looks): Check {
  const same = earlier.filter(look => look.ids === ids && look.rows === rows)
  const look = new Set([...same.map(look => look.predictions), predictions]).size
  const check = {
    id: 'holdout.looks',
    title: 'The hold-out is not used up',
    measured: { value: look, unit: 'looks' },
    required: { comparator: '<=' as const, value: most, unit: 'looks' },
  }
  const found = `Look ${look} of ${most} at these ${counted(rows, 'row')}`
  if (look > most)
    return {
      ...check,
      status: 'inconclusive',
      reason: `${found}: the better of many models on the same rows is better by chance, too`,
      hint: 'Label new rows for the hold-out',
    }
  return look > FEW_LEFT * most
    ? { ...check, status: 'warn', reason: found, hint: `Label new rows before ${most - look} more models are judged` }
    : { ...check, status: 'pass', reason: found }
}
