import type { Column, Side } from './column.ts'

/** Whether both sides of a numeric column hold whole numbers that are all different, as row ids are. */
export const looksLikeId = ({ kind, reference, current }: Column): boolean =>
  kind === 'numeric' && allDifferent(reference) && allDifferent(current)

const allDifferent = ({ numbers }: Side): boolean =>
  numbers.length > 1 && numbers.every((value, i) => Number.isInteger(value) && value !== numbers[i - 1])
