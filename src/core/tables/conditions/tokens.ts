/** A word of a condition, and where it begins. */
export interface Token {
  readonly kind: 'word' | 'column' | 'text' | 'number' | 'mark' | 'end'
  /** Words in lower case; quotes taken off. */
  readonly text: string
  /** As it is written. */
  readonly written: string
  readonly at: number
}

const TOKEN =
  /\s*(?:(?<number>\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)|(?<word>[\p{L}_][\p{L}\p{N}_]*)|"(?<column>(?:[^"]|"")+)"|'(?<text>(?:[^']|'')*)'|(?<mark><=|>=|<>|!=|==|[-+*/%(),=<>]))/uy

/** The words of a condition; the place at which something is none, where there is such a place. */
export function tokens(source: string): readonly Token[] | number {
  const found: Token[] = []
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < source.trimEnd().length) {
    const start = TOKEN.lastIndex
    const match = TOKEN.exec(source)
    if (!match?.groups) return start + (/^\s*/.exec(source.slice(start))?.[0].length ?? 0)
    const { number, word, column, text, mark } = match.groups
    const written = match[0].trimStart()
    const at = match.index + match[0].length - written.length
    if (number !== undefined) found.push({ kind: 'number', text: number, written, at })
    else if (word !== undefined) found.push({ kind: 'word', text: word.toLowerCase(), written, at })
    else if (column !== undefined) found.push({ kind: 'column', text: column.replaceAll('""', '"'), written, at })
    else if (text !== undefined) found.push({ kind: 'text', text: text.replaceAll("''", "'"), written, at })
    else found.push({ kind: 'mark', text: mark ?? '', written, at })
  }
  found.push({ kind: 'end', text: '', written: 'its end', at: source.length })
  return found
}
