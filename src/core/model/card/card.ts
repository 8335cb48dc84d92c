import { z } from 'zod'

const text = (description: string) => z.string().trim().min(1).max(4000).optional().meta({ description })
const texts = (description: string) =>
  z.array(z.string().trim().min(1).max(1000)).min(1).max(50).optional().meta({ description })

/** What only people can say of a model. */
const fields = {
  description: text('What the model does, in a few sentences'),
  owner: text('Who answers for it: a person or a team'),
  contact: text('Where to turn to'),
  licence: text('Under which terms it may be used'),
  'intended-use': texts('What it is meant for'),
  'out-of-scope': texts('What it must not be used for'),
  users: texts('Who uses it'),
  'training-data': text('What it was trained on, and where that comes from'),
  limitations: texts('Where it is known to fail'),
  'ethical-considerations': texts('Whom it may harm, and what is done about it'),
} as const

export const CARD_FIELDS = [
  'description',
  'owner',
  'contact',
  'licence',
  'intended-use',
  'out-of-scope',
  'users',
  'training-data',
  'limitations',
  'ethical-considerations',
] as const satisfies readonly (keyof typeof fields)[]
export type CardField = (typeof CARD_FIELDS)[number]

/** The fields as they are recorded. */
export const DeclaredCard = z.strictObject(fields)
export type DeclaredCard = z.infer<typeof DeclaredCard>

/** The `model.card` of proofmark.yml. */
export const Card = z.strictObject({
  ...fields,
  required: z
    .array(z.enum(CARD_FIELDS))
    .default(['owner', 'intended-use', 'training-data', 'limitations'])
    .meta({ description: 'Fields that must be there: model-certify fails without them' }),
})
export type Card = z.infer<typeof Card>
