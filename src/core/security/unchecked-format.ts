import { inconclusive } from './format.ts'

/** Of a format that is known and that nothing here can look into for what it would run. */
export const unchecked = (title: string, hint: string) =>
  inconclusive(
    `Expected a format whose content can be checked but found ${title}, for which there is no check of what it would run`,
    hint,
  )
