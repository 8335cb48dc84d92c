import type { Form } from '../forms.ts'

/** Five points of a hundred: a probability of 20 % happens in 15 % to 25 % of the cases. */
const WITHIN = 0.05

/** `calibrated [within NUMBER]`. */
export const calibrated: Form = {
  words: ['calibrated'],
  read(reader) {
    if (!reader.has('within')) return { kind: 'calibrated', within: WITHIN }
    const { value, token } = reader.number('within')
    if (value > 0 && value < 1) return { kind: 'calibrated', within: value }
    throw reader.error('claims.out-of-range', `Expected a difference above 0 and below 1 but found ${token.text}`, {
      token,
      hint: 'Give how far probabilities may be off on average, e.g. 0.05',
    })
  },
}
