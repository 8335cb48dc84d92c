import { z } from 'zod'
import * as anomalies from '../anomalies/index.ts'
import type { AnyRule } from './rule.ts'

export const RULES: readonly AnyRule[] = Object.values(anomalies)

/** Rules by their ids: options for one, true to have one that is not usual, false to go without. */
export const RuleSettings = z
  .strictObject(
    Object.fromEntries(
      RULES.map(({ id, title, options }) => [
        id,
        z
          .union([z.boolean(), options], { error: 'true, false, or a map of its options' })
          .optional()
          .meta({ description: title }),
      ]),
    ),
  )
  .prefault({})
  .meta({ description: 'Rules to add, to leave out, or to give options' })
