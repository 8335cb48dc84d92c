import { z } from 'zod'
import { Support } from './support.ts'

/** `iso27001:A.8.8`: the framework, and the clause as its text numbers it. */
export const ControlId = z
  .string()
  .max(100)
  .regex(
    /^[a-z][a-z0-9-]*:[A-Za-z0-9][A-Za-z0-9.(),-]*$/,
    'Expected a framework and a clause, such as iso27001:A.8.8 or own:3.1',
  )

/**
 * A control or a duty, in our own words, and what can support it. `reach` says how far evidence of a machine can go: `whole`, or
 * `part`, where something else of the control always stays with the organisation.
 */
export const Control = z.strictObject({
  id: ControlId,
  title: z.string().trim().min(1).max(300).meta({ description: 'What it asks for, in your own words' }),
  reach: z.enum(['whole', 'part']).default('part').meta({
    description: 'whole: such evidence can support all of it; part: something stays with the organisation in any case',
  }),
  duty: z.string().trim().min(1).max(1000).meta({ description: 'What stays with the organisation' }),
  owner: z.string().trim().min(1).max(200).default('compliance officer').meta({ description: 'Who answers for it' }),
  'fresh-days': z.int().min(1).max(3650).optional().meta({
    description: 'Days after which evidence for it is too old; those of the settings unless given',
  }),
  support: z.array(Support).min(1).max(20).meta({ description: 'What can support it' }),
})
export type Control = z.infer<typeof Control>

/** `iso27001` of `iso27001:A.8.8`. */
export const frameworkOf = ({ id }: Pick<Control, 'id'>): string => id.slice(0, id.indexOf(':'))

/** `A.8.8` of `iso27001:A.8.8`. */
export const clauseOf = ({ id }: Pick<Control, 'id'>): string => id.slice(id.indexOf(':') + 1)
