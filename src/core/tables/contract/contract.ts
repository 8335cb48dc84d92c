import { z } from 'zod'
import { Property } from './property.ts'
import { QualityRule } from './quality.ts'
import { Relationship } from './relationship.ts'
import { ServiceLevel } from './service-level.ts'

/** A table, ODCS v3.1. */
export const SchemaObject = z
  .strictObject({
    name: z.string().min(1),
    physicalName: z.string().min(1).optional(),
    properties: z.array(Property).nullish(),
    quality: z.array(QualityRule).nullish(),
    relationships: z.array(Relationship).nullish(),
    id: z.unknown().optional(),
    logicalType: z.enum(['object']).optional(),
    physicalType: z.unknown().optional(),
    description: z.unknown().optional(),
    businessName: z.unknown().optional(),
    authoritativeDefinitions: z.unknown().optional(),
    tags: z.unknown().optional(),
    customProperties: z.unknown().optional(),
    dataGranularityDescription: z.unknown().optional(),
  })
  .check(({ value, issues }) => {
    const names = (value.properties ?? []).map(property => property.name)
    const refuse = (path: PropertyKey[], message: string, input: unknown) =>
      issues.push({ code: 'custom', path, message, input })
    for (const [i, name] of names.entries()) {
      if (names.indexOf(name) < i) refuse(['properties', i, 'name'], 'a name that no other property has', name)
    }
    for (const [i, rule] of (value.quality ?? []).entries()) {
      const columns = rule.arguments?.properties
      if (rule.metric === 'nullValues' || rule.metric === 'missingValues' || rule.metric === 'invalidValues') {
        refuse(['quality', i, 'metric'], 'rowCount or duplicateValues on a table, others on a property,', rule.metric)
      }
      if (rule.metric === 'duplicateValues' && !columns) {
        refuse(['quality', i, 'arguments'], 'a map with the properties that must differ together', rule.arguments)
      }
      for (const [j, column] of (columns ?? []).entries()) {
        if (names.includes(column)) continue
        refuse(['quality', i, 'arguments', 'properties', j], `a property of '${value.name}'`, column)
      }
    }
  })
export type SchemaObject = z.infer<typeof SchemaObject>

/** A data contract, ODCS v3.1 (and v3.0 where it says the same). */
export const Contract = z.strictObject({
  apiVersion: z.enum(['v3.1.0', 'v3.0.2', 'v3.0.1', 'v3.0.0']),
  kind: z.enum(['DataContract']),
  id: z.string().min(1),
  version: z.string().min(1),
  status: z.string().optional(),
  schema: z.array(SchemaObject).min(1),
  name: z.unknown().optional(),
  tenant: z.unknown().optional(),
  tags: z.unknown().optional(),
  servers: z.unknown().optional(),
  dataProduct: z.unknown().optional(),
  description: z.unknown().optional(),
  domain: z.unknown().optional(),
  support: z.unknown().optional(),
  price: z.unknown().optional(),
  team: z.unknown().optional(),
  roles: z.unknown().optional(),
  slaDefaultElement: z.string().optional(),
  slaProperties: z.array(ServiceLevel).nullish(),
  authoritativeDefinitions: z.unknown().optional(),
  customProperties: z.unknown().optional(),
  contractCreatedTs: z.unknown().optional(),
})
export type Contract = z.infer<typeof Contract>
