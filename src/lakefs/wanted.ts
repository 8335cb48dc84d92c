/** An answer that its request takes no refusal for. */
export function wanted<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('an answer that was not asked for')
  return value
}
