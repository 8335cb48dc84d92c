/** One text of a file that is searched for credentials on its own. */
export interface Passage {
  /** Where it is in the file, as a sentence names it: `cell 3`, `output 1 of cell 3`, `metadata format`. */
  readonly name: string
  /** Pieces that follow one another, each with the line of the file it begins in, where the file has lines. */
  readonly pieces: readonly { readonly text: string; readonly line?: number }[]
}

/** Where a line of what was searched is in the file. */
export interface SearchedPlace {
  /** 1-based, of the file; absent where the file has no lines. */
  readonly line?: number
  /** The passage and the line in it: `cell 3, line 2`. */
  readonly within?: string
}

/** What is searched for credentials in one file, as one text. */
export interface SearchedText {
  readonly text: string
  /** Where a 1-based line of `text` is. */
  placeOf(line: number): SearchedPlace
}

/** A text file as it is. */
export const plainText = (text: string): SearchedText => ({ text, placeOf: line => ({ line }) })

/** Passages one below the other, an empty line between them, so that no credential seems to reach from one into the next. */
export function joinPassages(passages: readonly Passage[]): SearchedText {
  const places: SearchedPlace[] = []
  let text = ''
  for (const { name, pieces } of passages) {
    let own = 1
    for (const piece of pieces) {
      const ended = piece.text.endsWith('\n') ? piece.text : `${piece.text}\n`
      const lines = ended.split('\n').length - 1
      for (let i = 0; i < lines; i++) {
        const within = own + i === 1 && pieces.length === 1 && lines === 1 ? name : `${name}, line ${own + i}`
        places.push({ ...(piece.line === undefined ? {} : { line: piece.line }), within })
      }
      own += lines
      text += ended
    }
    places.push({})
    text += '\n'
  }
  return { text, placeOf: line => places[line - 1] ?? {} }
}
