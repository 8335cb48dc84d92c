import { z } from 'zod'
import { logicalTypeOf } from '../types/logical-type-of.ts'
import { optionFaults } from './option-faults.ts'
import { QualityRule } from './quality.ts'
import { Relationship } from './relationship.ts'

const Bound = z.union([z.number(), z.string()], { error: 'a number or a text' })
const Scalar = z.union([z.string(), z.number(), z.boolean(), z.null()], {
  error: 'a text, a number, true, false or null',
})
const length = z.int().nonnegative()

/** `logicalTypeOptions` of every logical type together; which belong to which, the types say. `enum` is no key of v3.1 but in use. */
export const LogicalTypeOptions = z.strictObject({
  minimum: Bound.optional(),
  maximum: Bound.optional(),
  exclusiveMinimum: Bound.optional(),
  exclusiveMaximum: Bound.optional(),
  multipleOf: z.number().positive().optional(),
  format: z.string().optional(),
  minLength: length.optional(),
  maxLength: length.optional(),
  pattern: z.string().optional(),
  enum: z.array(Scalar).min(1).optional(),
  timezone: z.boolean().optional(),
  defaultTimezone: z.string().optional(),
  minItems: length.optional(),
  maxItems: length.optional(),
  uniqueItems: z.boolean().optional(),
  minProperties: length.optional(),
  maxProperties: length.optional(),
  required: z.array(z.string()).optional(),
})
export type LogicalTypeOptions = z.infer<typeof LogicalTypeOptions>

/** A column, ODCS v3.1. */
export const Property = z
  .strictObject({
    name: z.string().min(1),
    physicalName: z.string().min(1).optional(),
    logicalType: z
      .enum(['string', 'date', 'timestamp', 'time', 'number', 'integer', 'object', 'array', 'boolean'])
      .optional(),
    logicalTypeOptions: LogicalTypeOptions.nullish(),
    required: z.boolean().optional(),
    unique: z.boolean().optional(),
    primaryKey: z.boolean().optional(),
    primaryKeyPosition: z.int().optional(),
    classification: z.union([z.string(), z.number()], { error: 'a text' }).nullish(),
    relationships: z.array(Relationship).nullish(),
    quality: z.array(QualityRule).nullish(),
    id: z.unknown().optional(),
    physicalType: z.unknown().optional(),
    description: z.unknown().optional(),
    businessName: z.unknown().optional(),
    authoritativeDefinitions: z.unknown().optional(),
    tags: z.unknown().optional(),
    customProperties: z.unknown().optional(),
    partitioned: z.unknown().optional(),
    partitionKeyPosition: z.unknown().optional(),
    encryptedName: z.unknown().optional(),
    transformSourceObjects: z.unknown().optional(),
    transformLogic: z.unknown().optional(),
    transformDescription: z.unknown().optional(),
    examples: z.unknown().optional(),
    criticalDataElement: z.unknown().optional(),
    properties: z.unknown().optional(),
    items: z.unknown().optional(),
  })
  .check(({ value, issues }) => {
    for (const { key, message, input } of optionFaults(
      logicalTypeOf(value.logicalType),
      value.logicalTypeOptions ?? {},
    )) {
      issues.push({ code: 'custom', path: ['logicalTypeOptions', key], message, input })
    }
  })
export type Property = z.infer<typeof Property>
