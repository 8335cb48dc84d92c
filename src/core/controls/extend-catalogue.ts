import { z } from 'zod'
import { CATALOGUE } from './catalogue/index.ts'
import { Control, ControlId } from './control.ts'

/** A catalogue file of a user's own: YAML or JSON. */
export const CatalogueFile = z.strictObject({ controls: z.array(Control).min(1).max(2000) })

const controls = z.array(Control).max(500)

/** The section `controls` of proofmark.yml. */
export const ControlSettings = z.strictObject({
  catalogue: z.string().min(1).max(4096).optional().meta({
    description: 'A file of further controls (YAML or JSON); one with the id of a built-in control takes its place',
    path: true,
  }),
  add: controls.optional().meta({ description: 'Further controls, written here' }),
  frameworks: z
    .array(
      z
        .string()
        .max(50)
        .regex(/^[a-z][a-z0-9-]*$/),
    )
    .min(1)
    .optional()
    .meta({
      description: 'Frameworks that are shown: iso27001, iso42001, gdpr, ai-act, or of your own; all if absent',
    }),
  owners: z
    .record(ControlId, z.string().trim().min(1).max(200))
    .default({})
    .meta({ description: "Who answers for a control, by its id: { 'iso27001:A.8.8': Carol }" }),
  'fresh-days': z
    .int()
    .min(1)
    .max(3650)
    .default(90)
    .meta({ description: 'Days after which evidence for a control is too old' }),
})
export type ControlSettings = z.output<typeof ControlSettings>

/** The built-in catalogue with a user's controls in place of those of the same id, and after it those with new ones. */
export function extendCatalogue(
  added: readonly Control[],
  catalogue: readonly Control[] = CATALOGUE,
): readonly Control[] {
  if (added.length === 0) return catalogue
  const byId = new Map([...catalogue, ...added].map(control => [control.id, control]))
  return [...byId.values()]
}
