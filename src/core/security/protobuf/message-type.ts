/**
 * What a field holds: a number, numbers one by one or packed, text, bytes that are skipped, or a message. `skipped` is anything,
 * and unread.
 */
export type FieldType = 'number' | 'numbers' | 'text' | 'bytes' | 'skipped' | (() => MessageType)

/** A message by its `.proto`: its fields by number. What is not named is unknown, and a doubt. */
export interface MessageType {
  readonly name: string
  readonly fields: Readonly<Record<number, FieldType>>
}

export const defineMessage = (name: string, fields: MessageType['fields']): MessageType => ({ name, fields })

/** The wire forms that a field of this type may have. */
export function allowsWire(type: FieldType, wire: string): boolean {
  if (type === 'skipped') return true
  if (type === 'numbers') return true
  return (type === 'number') !== (wire === 'bytes')
}
