import { e as array, t as tuple, R as base64$1, f as unknown } from './schemas2.js';

/** Kinds of typed array that states are made of. */
const ARRAYS = { u8: Uint8Array, i32: Int32Array, u32: Uint32Array, f64: Float64Array };         
                                    

const NUMBERS                                   = {
  nan: Number.NaN,
  inf: Number.POSITIVE_INFINITY,
  '-inf': Number.NEGATIVE_INFINITY,
  '-0': -0,
};

/**
 * A state as plain JSON: maps, sets, typed arrays and the numbers that JSON lacks as lists that begin with their kind. Only
 * data comes of reading it, whatever it says.
 */
function encodeState(state         )          {
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
function decodeState(text         )          {
  if (typeof text !== 'object' || text === null) return text
  if (!Array.isArray(text))
    return Object.fromEntries(Object.entries(text).map(([key, value]) => [key, decodeState(value)]))
  const [kind, ...parts] = text;
  if (kind === 'undefined') return undefined
  if (kind === 'number') return NUMBERS[String(parts[0])]
  if (kind === 'list') return parts.map(decodeState)
  if (kind === 'set') return new Set(parts.map(decodeState))
  if (kind === 'map')
    return new Map(
      array(tuple([unknown(), unknown()]))
        .parse(parts)
        .map(([key, value]) => [decodeState(key), decodeState(value)]),
    )
  const array$1 = kinds.find(known => known === kind);
  if (!array$1) throw new Error('a part of an unknown kind')
  return arrayOf(array$1, base64$1().parse(parts[0]))
}

const kinds                       = ['u8', 'i32', 'u32', 'f64'];

function plainNumber(value        )          {
  if (Number.isFinite(value) && !Object.is(value, -0)) return value
  return ['number', Number.isNaN(value) ? 'nan' : value === 0 ? '-0' : value > 0 ? 'inf' : '-inf']
}

/** Characters that are made at once: more would be too many arguments. */
const PIECE = 0x8000;

function base64({ buffer, byteOffset, byteLength }                                                      )         {
  const bytes = new Uint8Array(buffer, byteOffset, byteLength);
  let text = '';
  for (let at = 0; at < bytes.length; at += PIECE) text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return btoa(text)
}

function arrayOf(kind           , text        )          {
  const bytes = Uint8Array.from(atob(text), letter => letter.charCodeAt(0));
  const { BYTES_PER_ELEMENT: size } = ARRAYS[kind];
  if (bytes.length % size !== 0) throw new Error('a list cut off')
  return new ARRAYS[kind](bytes.buffer)
}

export { decodeState as d, encodeState as e };
