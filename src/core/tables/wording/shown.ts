/** Characters of a cell or a name that a message shows. */
const MAX_LENGTH = 40

/** A text from the data, fit for a sentence: in quotes, on one line, nothing invisible in it, cut where long. */
export function shown(text: string): string {
  const cut = Array.from(text.slice(0, 2 * MAX_LENGTH))
    .slice(0, MAX_LENGTH)
    .join('')
  const safe = cut.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, mark => ESCAPES[mark] ?? `\\u{${hex(mark)}}`)
  return `'${safe}${cut.length < text.length ? '…' : ''}'`
}

const ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }

const hex = (mark: string): string => (mark.codePointAt(0) ?? 0).toString(16)
