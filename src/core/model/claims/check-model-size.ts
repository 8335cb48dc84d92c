import type { Check, Subject } from '../../evidence.ts'
import { grouped } from '../../wording/grouped.ts'
import type { ModelSize } from './claim.ts'

/** Holds the bytes of the model's files together against the budget. */
export function checkModelSize({ value, size }: ModelSize, model: readonly Subject[]): Omit<Check, 'id'> {
  const title = `Model size at most ${size}`
  const required = { comparator: '<=' as const, value, unit: 'bytes' }
  if (model.length === 0)
    return {
      title,
      required,
      status: 'inconclusive',
      reason: 'There is no model to take the size of',
      hint: "Set 'model.files' to the model's files",
    }
  const bytes = model.reduce((sum, file) => sum + file.bytes, 0)
  const status = bytes <= value ? 'pass' : 'fail'
  return {
    title,
    measured: { value: bytes, unit: 'bytes' },
    required,
    status,
    reason: `${grouped(bytes)} bytes in ${model.length} ${model.length === 1 ? 'file' : 'files'}`,
    ...(status === 'fail' ? { hint: 'Make the model smaller, or give a reason for a larger budget' } : {}),
  }
}
