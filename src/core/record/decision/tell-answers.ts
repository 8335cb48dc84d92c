import { listed } from '../../model/format.ts'
import type { Requirement } from '../policy/requirement.ts'
import { COMPARATOR_WORD } from '../policy/rule-words.ts'
import type { Fact } from './facts/fact.ts'
import type { Judgement } from './judge-fact.ts'

/** How one value, or one check, answers a rule. */
export interface Answer extends Judgement {
  readonly of: string
  readonly fact: Fact
}

/** The answers, of which the worst, and then those nearest to the limit, come first, as one sentence. */
export function tellAnswers(answers: readonly Answer[], requirement: Requirement | undefined): string {
  const open = answers.filter(({ status }) => status !== 'passed')
  const [only] = answers
  if (open.length === 0) {
    if (answers.length === 1 && only) return told(only)
    return `All ${answers.length} hold${requirement && only ? `, the nearest to the limit: ${told(only)}` : ''}`
  }
  const expected = requirement ? `to be ${limitOf(requirement)}` : 'to have passed'
  if (answers.length === 1 && only) return `Expected ${only.of} ${expected} but ${found(only)}`
  return `Expected each of ${answers.length} ${expected} but ${listed(open.map(told), 4)}`
}

const told = (answer: Answer) => `${answer.of} ${answer.found}`

/** `found 0.76 [0.74, 0.79]`, `it failed`. */
const found = ({ found }: Answer) => (/^[-\d]/.test(found) ? `found ${found}` : `it ${found}`)

const BOUND_WORD = { lower: ' by the lower end of its interval', upper: ' by the upper end of its interval', point: '' }

const limitOf = ({ comparator, value, bound }: Requirement) =>
  `${COMPARATOR_WORD[comparator]} ${value}${BOUND_WORD[bound]}`
