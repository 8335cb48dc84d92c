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
  /**
   * What comes of it: an instance of that class, of the class in that argument, of the class that the first argument's text
   * stands for, a plain value; the callable's own instance unless said.
   */
  readonly makes?: string | number | Readonly<Record<string, string>>
}

/** The objects of one library that a model file may import, and what it may do with them. Everything else is refused. */
export interface AllowList {
  readonly library: string
  /** Versions whose own files it was made from or checked against, oldest first. */
  readonly versions: readonly string[]
  /** `observed`: written by scripts/make-allowlists.py. `by hand`: narrower than what was observed, and checked against it. */
  readonly made: string
  /**
   * Names by module, divided by spaces; uses in brackets, `NB` where there are none. `@first-last` tells the versions in which a
   * name was seen, as places in `versions`, where these are not all.
   */
  readonly names: Readonly<Record<string, string>>
  /** Argument lists of what is called; what is made by NEWOBJ and is not here takes none. */
  readonly calls?: Readonly<Record<string, Call>>
  /** States BUILD may set, by class; a dict with plain keys unless said. */
  readonly states?: Readonly<Record<string, readonly State[]>>
}

export const defineAllowList = (list: AllowList): AllowList => list
