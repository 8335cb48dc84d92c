import type { ThriftStruct, ThriftValue } from './thrift-type.ts'

/** A field of a struct that was read, where it is of the kind that is expected. */
const fieldOf = (struct: ThriftStruct | undefined, id: number): ThriftValue | undefined => struct?.fields.get(id)

export function structIn(struct: ThriftStruct | undefined, id: number): ThriftStruct | undefined {
  const value = fieldOf(struct, id)
  return typeof value === 'object' && 'fields' in value ? value : undefined
}

export function numberIn(struct: ThriftStruct | undefined, id: number): number | undefined {
  const value = fieldOf(struct, id)
  return typeof value === 'number' ? value : undefined
}

export function bytesIn(struct: ThriftStruct | undefined, id: number): Uint8Array | undefined {
  const value = fieldOf(struct, id)
  return value instanceof Uint8Array ? value : undefined
}

export function textIn(struct: ThriftStruct | undefined, id: number): string | undefined {
  const bytes = bytesIn(struct, id)
  return bytes && Buffer.from(bytes).toString('utf8')
}

export function listIn(struct: ThriftStruct | undefined, id: number): readonly ThriftValue[] | undefined {
  const value = fieldOf(struct, id)
  return Array.isArray(value) ? value : undefined
}
