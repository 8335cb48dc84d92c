import type { LogicalType } from './define-type.ts'
import * as types from './index.ts'

const BY_ID: ReadonlyMap<string, LogicalType> = new Map(Object.values(types).map(type => [type.id, type]))

/** The logical type of that name; of no name, a text. */
export const logicalTypeOf = (name: string | undefined): LogicalType => BY_ID.get(name ?? 'string') ?? types.string
