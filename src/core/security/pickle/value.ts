import type { AllowedName } from '../allowlists/allow-list.ts'
import type { ArrayData } from '../numpy/array-data.ts'
import type { Dtype } from '../numpy/dtype.ts'
import type { Refusal } from './machine.ts'

/**
 * Bytes of the file, `end` exclusive. `latin1`: the file spells each byte as one character of UTF-8 text. `escaped`: the file
 * spells a text as Python's raw-unicode-escape codec does.
 */
export interface ByteRange {
  readonly start: number
  readonly end: number
  readonly latin1?: true
  readonly escaped?: true
}

export interface Text {
  readonly kind: 'str'
  /** Undefined where it is too long to be a name, or not spelt literally. */
  readonly text: string | undefined
  readonly range: ByteRange
}

/** `range` is undefined for bytes that no literal spells. */
export interface Bytes {
  readonly kind: 'bytes' | 'bytearray'
  readonly range: ByteRange | undefined
}

export interface Tuple {
  readonly kind: 'tuple'
  readonly items: readonly Value[]
}

export interface Dict {
  readonly kind: 'dict'
  /** The last value under each literal text key, of as many keys as a state has. */
  readonly entries: Map<string, Value>
  /** Why its keys are not those of a state: one is not literal text, or has two underscores on both sides, or they are too many. */
  fault: string | undefined
  /** It has been given away as a state, and may not change any more. */
  sealed: boolean
}

/** An imported object that the allow list names. */
export interface Reference {
  readonly kind: 'global'
  readonly name: AllowedName
}

/** An object made in this stream by an allowed call. */
export interface Instance {
  readonly kind: 'instance'
  readonly of: AllowedName
  readonly args: readonly Value[]
  /** Its state has been set, or it has been used where a later change would matter. */
  sealed: boolean
  /** Items have been put into it. */
  filled: boolean
  dtype: Dtype | undefined
  array: ArrayData | undefined
}

/** What a refused operation would have made; whatever is done with it has been reported already. */
export interface Opaque {
  readonly kind: 'opaque'
  readonly refusal: Refusal | undefined
}

/** Items of a list that are kept. */
export const KEPT_ITEMS = 256

export interface List {
  readonly kind: 'list'
  /** As many of its items as are kept: there may be more where there are so many. */
  readonly items: Value[]
  /** A rule has looked at its items, and it may not change any more. */
  sealed: boolean
}

export interface Plain {
  readonly kind: 'none' | 'float' | 'complex' | 'set' | 'frozenset' | 'slice' | 'range'
}

/** What the machine knows of a value; no value is ever built. */
export type Value =
  | Plain
  | { readonly kind: 'bool'; readonly value: boolean }
  /** `value` is undefined where it is no safe integer. */
  | { readonly kind: 'int'; readonly value: number | undefined }
  | Text
  | Bytes
  | Tuple
  | List
  | Dict
  | Reference
  | Instance
  | Opaque

const SMALL_INTS = Array.from({ length: 256 }, (_, value): Value => ({ kind: 'int', value }))

export const NONE: Value = { kind: 'none' }
export const FLOAT: Value = { kind: 'float' }
export const TRUE: Value = { kind: 'bool', value: true }
export const FALSE: Value = { kind: 'bool', value: false }
export const EMPTY_TUPLE: Tuple = { kind: 'tuple', items: [] }
export const UNKNOWN_INT: Value = { kind: 'int', value: undefined }
export const OPAQUE: Opaque = { kind: 'opaque', refusal: undefined }

export const int = (value: number): Value => SMALL_INTS[value] ?? { kind: 'int', value }
export const plain = (kind: Plain['kind']): Plain => ({ kind })
export const list = (): List => ({ kind: 'list', items: [], sealed: false })
export const dict = (): Dict => ({ kind: 'dict', entries: new Map(), fault: undefined, sealed: false })
export const instance = (of: AllowedName, args: readonly Value[]): Instance => ({
  kind: 'instance',
  of,
  args,
  sealed: false,
  filled: false,
  dtype: undefined,
  array: undefined,
})
