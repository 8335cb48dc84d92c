/**
 * What a name may be used for. `R` called by REDUCE · `N` made by NEWOBJ · `B` given a state by BUILD ·
 * `V` only referred to · `D` takes items like a dict · `L` takes items like a list.
 */
export type Uses = string

/** One importable object, by the exact module and qualified name that a pickle spells. */
export interface AllowedName {
  /** `module:qualname`, after aliases: the key of `calls` and `states`. */
  readonly key: string
  /** `module.qualname`, for people. */
  readonly dotted: string
  readonly uses: Uses
}

/**
 * Shapes of values, alternatives divided by `|`. A word is a kind of value (`int`, `str`, `bytes`, `tuple`, `dict`, …) or one of
 * `any`, `number`, `ints` (a tuple of integers), `array` (a numpy array), `dtype`, `class` (a listed class that is made by NEWOBJ
 * or BUILD). `&module:name` is a reference to that name, `@module:name` an instance of it, `=text` that very text.
 */
export type Shape = string

/** `dict` with plain keys, or a tuple of these shapes. */
export type State = string | readonly Shape[]

export interface Call {
  /** The argument lists it may be called with. */
  readonly args: readonly (readonly Shape[])[]
  /** What comes of it: an instance of that class, of the class in that argument, a plain value; the callable's own instance unless said. */
  readonly makes?: string | number
}

/** The objects of one library that a model file may import, and what it may do with them. Everything else is refused. */
export interface AllowList {
  readonly library: string
  /** Versions whose own pickles it was checked against. */
  readonly versions: readonly string[]
  /** Names by module, divided by spaces; uses in brackets, `NB` where there are none. */
  readonly names: Readonly<Record<string, string>>
  /** Argument lists of what is called; what is made by NEWOBJ and is not here takes none. */
  readonly calls?: Readonly<Record<string, Call>>
  /** States BUILD may set, by class; a dict with plain keys unless said. */
  readonly states?: Readonly<Record<string, readonly State[]>>
}

export const defineAllowList = (list: AllowList): AllowList => list
