/** One file of the corpus, and what a scan must say of it. */
export interface Sample {
  /** Its path inside the folder of its class; different in every sample. */
  readonly path: string
  readonly content: Uint8Array
  readonly status: 'fail' | 'inconclusive'
  /** Files that stand with it, by path, whose own outcome does not matter. */
  readonly beside?: Readonly<Record<string, Uint8Array>>
}

/** One way in which files have got past scanners. */
export interface BypassClass {
  readonly id: string
  readonly title: string
  /** Where it was published. */
  readonly source: string
  readonly samples: () => readonly Sample[] | Promise<readonly Sample[]>
}

export const defineClass = (bypass: BypassClass): BypassClass => bypass

/** A file that does what nothing allows. */
export const bad = (path: string, content: Uint8Array | string, beside?: Sample['beside']): Sample => ({
  path,
  content: typeof content === 'string' ? bytes(content) : content,
  status: 'fail',
  ...(beside && { beside }),
})

/** A file of which one cannot tell what a loader makes of it. */
export const unclear = (path: string, content: Uint8Array | string, beside?: Sample['beside']): Sample => ({
  ...bad(path, content, beside),
  status: 'inconclusive',
})

/** Each character as one byte. */
export const bytes = (text: string): Uint8Array => Uint8Array.from(text, character => character.charCodeAt(0))
