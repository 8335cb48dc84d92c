import type { Hear } from '../format.ts'

/** Shorter texts are no credentials: no rule has one. */
const SHORTEST = 8
/** Characters that are kept of one file, and texts: each is a line of what is searched. */
const MOST = 5 * 1024 * 1024
const MOST_TEXTS = 200_000

export interface HeardTexts {
  readonly texts: readonly { readonly where: string; readonly text: string }[]
  /** Texts that were too many. */
  readonly leftOut: number
}

/** Keeps the texts that are heard in one file, as far as they are not too many. */
export function hearTexts(): { readonly hear: Hear; heard(): HeardTexts } {
  const texts: { where: string; text: string }[] = []
  let size = 0
  let leftOut = 0
  return {
    hear(where, text) {
      if (text.length < SHORTEST) return
      if (size + text.length > MOST || texts.length === MOST_TEXTS) leftOut++
      else {
        size += text.length
        texts.push({ where, text })
      }
    },
    heard: () => ({ texts, leftOut }),
  }
}
