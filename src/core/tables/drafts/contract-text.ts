import { stringify } from 'yaml'
import type { ContractDraft, PropertyDraft, TableDraft } from './draft.ts'

/** The draft as an ODCS v3.1 contract. What was left out is in it as rules of type text, so that it is not forgotten: each is a warning until it is dealt with. */
export function contractText({ name, tables, left }: ContractDraft, purpose: string): string {
  const contract = {
    apiVersion: 'v3.1.0',
    kind: 'DataContract',
    id: name,
    name,
    version: '1.0.0',
    status: 'draft',
    description: { purpose },
    schema: tables.map((table, i) => schemaObject(table, i === 0 ? left : [])),
  }
  return stringify(contract, { lineWidth: 120 })
}

const schemaObject = (table: TableDraft, left: ContractDraft['left']) => ({
  name: table.name,
  ...(table.physicalName === undefined ? {} : { physicalName: table.physicalName }),
  logicalType: 'object',
  ...(table.description === undefined ? {} : { description: table.description }),
  ...(table.properties.size > 0 ? { properties: [...table.properties.values()].map(property) } : {}),
  ...(table.relationships.length > 0
    ? {
        relationships: table.relationships.map(({ from, to }) => ({
          type: 'foreignKey',
          from: single(from),
          to: single(to),
        })),
      }
    : {}),
  ...(table.quality.length + left.length > 0
    ? {
        quality: [
          ...table.quality,
          ...left.map(({ rule, reason }) => ({ type: 'text', description: `Not imported: ${rule}: ${reason}` })),
        ],
      }
    : {}),
})

function property({ logicalTypeOptions, quality, ...rest }: PropertyDraft) {
  return {
    ...rest,
    ...(Object.keys(logicalTypeOptions).length > 0 ? { logicalTypeOptions } : {}),
    ...(quality.length > 0 ? { quality } : {}),
  }
}

const single = (names: readonly string[]) => (names.length === 1 ? names[0] : names)
