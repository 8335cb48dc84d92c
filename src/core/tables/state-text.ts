import { z } from 'zod'

/** Kinds of typed array that states are made of. */
const ARRAYS = { u8: Uint8Array, i32: Int32Array, u32: Uint32Array, f64: Float64Array } as const
type ArrayKind = keyof typeof ARRAYS

const NUMBERS: Readonly<Record<string, number>> = {
  nan: Number.NaN,
  inf: Number.POSITIVE_INFINITY,
  '-inf': Number.NEGATIVE_INFINITY,
  '-0': -0,
}

/**
 * A state as plain JSON: maps, sets, typed arrays and the numbers that JSON lacks as lists that begin with their kind. Only
 * data comes of reading it, whatever it says.
 */
export function encodeState(state: unknown): unknown {
  if (typeof state === 'number') return plainNumber(state)
  if (state === undefined) return ['undefined']
  if (typeof state !== 'object' || state === null) return state
  if (Array.isArray(state)) return ['list', ...state.map(encodeState)]
  if (state instanceof Map) return ['map', ...[...state].map(([key, value]) => [encodeState(key), encodeState(value)])]
  if (state instanceof Set) return ['set', ...[...state].map(encodeState)]
  for (const kind of kinds) if (state instanceof ARRAYS[kind]) return [kind, base64(state)]
  return Object.fromEntries(Object.entries(state).map(([key, value]) => [key, encodeState(value)]))
}

/** What was encoded; throws where the text is none that `encodeState` makes. */
export function decodeState(text: unknown): unknown {
  if (typeof text !== 'object' || text === null) return text
  if (!Array.isArray(text))
    return Object.fromEntries(Object.entries(text).map(([key, value]) => [key, decodeState(value)]))
  const [kind, ...parts] = text
  if (kind === 'undefined') return undefined
  if (kind === 'number') return NUMBERS[String(parts[0])]
  if (kind === 'list') return parts.map(decodeState)
  if (kind === 'set') return new Set(parts.map(decodeState))
  if (kind === 'map')
    return new Map(
      z
        .array(z.tuple([z.unknown(), z.unknown()]))
        .parse(parts)
        .map(([key, value]) => [decodeState(key), decodeState(value)]),
    )
  const array = kinds.find(known => known === kind)
  if (!array) throw new Error('a part of an unknown kind')
  return arrayOf(array, z.base64().parse(parts[0]))
}

const kinds: readonly ArrayKind[] = ['u8', 'i32', 'u32', 'f64']

function plainNumber(value: number): unknown {
  if (Number.isFinite(value) && !Object.is(value, -0)) return value
  return ['number', Number.isNaN(value) ? 'nan' : value === 0 ? '-0' : value > 0 ? 'inf' : '-inf']
}

/** Characters that are made at once: more would be too many arguments. */
const PIECE = 0x8000

function base64({ buffer, byteOffset, byteLength }: Uint8Array | Int32Array | Uint32Array | Float64Array): string {
  const bytes = new Uint8Array(buffer, byteOffset, byteLength)
  let text = ''
  for (let at = 0; at < bytes.length; at += PIECE) text += String.fromCharCode(...bytes.subarray(at, at + PIECE))
  return btoa(text)
}

function arrayOf(kind: ArrayKind, text: string): unknown {
  const bytes = Uint8Array.from(atob(text), letter => letter.charCodeAt(0))
  const { BYTES_PER_ELEMENT: size } = ARRAYS[kind]
  if (bytes.length % size !== 0) throw new Error('a list cut off')
  return new ARRAYS[kind](bytes.buffer)
}
