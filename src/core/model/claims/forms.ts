import type { Claim } from './claim.ts'
import type { ClaimReader } from './claim-reader.ts'
import { calibrated } from './forms/calibrated.ts'
import { latency } from './forms/latency.ts'
import { modelSize } from './forms/model-size.ts'
import { parities } from './forms/parity.ts'

/** A claim that is not about a metric: how it begins, and how the rest is read. */
export interface Form {
  readonly words: readonly string[]
  read(reader: ClaimReader): Unwritten
}

/** A claim without what every claim may say besides. */
export type Unwritten = Claim extends infer Each
  ? Each extends Claim
    ? Omit<Each, 'text' | 'alpha' | 'leastRows'>
    : never
  : never

const FORMS: readonly Form[] = [calibrated, ...parities, latency, modelSize]

/** Takes the words that a form begins with, where they are next. */
export function formAhead(reader: ClaimReader): Form | undefined {
  const form = FORMS.find(({ words }) => words.every((word, ahead) => reader.peek(ahead).text.toLowerCase() === word))
  if (form) for (const _ of form.words) reader.take()
  return form
}
