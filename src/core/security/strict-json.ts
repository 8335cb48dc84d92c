import { decodeStrictly } from './bytes.ts'
import { repeatedKey } from './safetensors/repeated-key.ts'

export type JsonObject = Readonly<Record<string, unknown>>

export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A JSON document that every parser reads alike: strict UTF-8, no key twice; undefined for any other. */
export function readJson(bytes: Uint8Array): { readonly value: unknown; readonly text: string } | undefined {
  const text = decodeStrictly(bytes)
  if (text === undefined) return undefined
  try {
    const value: unknown = JSON.parse(text)
    return repeatedKey(text) === undefined ? { value, text } : undefined
  } catch {
    return undefined
  }
}

/** Every value inside a JSON value, itself first, to any depth, with the key it stands under (none in a list). */
export function* jsonValues(root: unknown): Generator<{ readonly key: string; readonly value: unknown }> {
  const open: { key: string; value: unknown }[] = [{ key: '', value: root }]
  for (let next = open.pop(); next; next = open.pop()) {
    yield next
    const { value } = next
    if (Array.isArray(value)) for (const item of value.toReversed()) open.push({ key: '', value: item })
    else if (isJsonObject(value))
      for (const [name, item] of Object.entries(value).toReversed()) open.push({ key: name, value: item })
  }
}
