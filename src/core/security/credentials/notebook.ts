import { parseJson } from '../json-value.ts'
import { printable } from '../printable.ts'
import { isJsonObject } from '../strict-json.ts'
import { type JsonString, jsonStrings } from './json-strings.ts'
import { joinPassages, type Passage, type SearchedText } from './searched-text.ts'

/** What is shown as a picture, a sound or a film is no text, and looks like credentials. */
const MEDIA = /^(?:image\/(?!svg)|audio\/|video\/|application\/pdf)/
/** What an output says in words, besides its data. */
const WORDS = ['text', 'html', 'svg', 'latex', 'json', 'javascript', 'ename', 'evalue', 'traceback']
/** Colours of a terminal, which would cut a credential in two. */
const COLOUR = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*[A-Za-z]`, 'g')

/** A Jupyter notebook (nbformat 3 and 4) cell by cell: sources, outputs as text, and everything else; undefined for any other text. */
export function notebookText(text: string): SearchedText | undefined {
  const value = parseJson(text)
  if (!isJsonObject(value) || typeof value.nbformat !== 'number') return undefined
  const passages = new Map<string, { name: string; pieces: Passage['pieces'][number][] }>()
  let before: { found: JsonString; name: string } | undefined
  for (const found of jsonStrings(text)) {
    const name = nameOf(found)
    if (name === undefined) continue
    const passage = passages.get(name) ?? { name, pieces: [] }
    passages.set(name, passage)
    const piece = { text: found.text.replaceAll(COLOUR, ''), line: found.line }
    // A source that is a list has its line breaks in it; whoever wrote it without them meant one line.
    const last = before?.name === name && isContinued(before.found, found) ? passage.pieces.at(-1) : undefined
    if (last && !last.text.endsWith('\n'))
      passage.pieces[passage.pieces.length - 1] = { ...last, text: last.text + piece.text }
    else passage.pieces.push(piece)
    before = { found, name }
  }
  return joinPassages([...passages.values()])
}

/** Whether two texts are neighbours in a list that is one text, as sources and outputs may be, but tracebacks are not. */
function isContinued({ path: a }: JsonString, { path: b }: JsonString): boolean {
  const [i, j] = [a.at(-1), b.at(-1)]
  const isList = typeof i === 'number' && j === i + 1 && a.slice(0, -1).join('\0') === b.slice(0, -1).join('\0')
  return isList && a.includes('cells') && !a.includes('traceback') && !a.includes('metadata')
}

/** The passage a text belongs to; undefined where it is no text of anybody's. */
function nameOf({ path, isKey }: JsonString): string | undefined {
  const at = path.indexOf('cells')
  const cell = at === -1 ? undefined : path[at + 1]
  if (typeof cell !== 'number') return 'metadata'
  const [part, index, field, mime] = path.slice(at + 2)
  if (part === 'attachments') return undefined
  if (!isKey && (part === 'source' || part === 'input')) return `cell ${cell + 1}`
  if (isKey || part !== 'outputs' || typeof index !== 'number') return `metadata of cell ${cell + 1}`
  const output = `output ${index + 1} of cell ${cell + 1}`
  if (field === 'data' && typeof mime === 'string')
    return MEDIA.test(mime) ? undefined : mime === 'text/plain' ? output : `${output} as ${printable(mime)}`
  // nbformat 3 has them beside one another.
  if (field === 'png' || field === 'jpeg' || field === 'pdf') return undefined
  if (typeof field === 'string' && WORDS.includes(field)) return field === 'text' ? output : `${output} as ${field}`
  return `metadata of cell ${cell + 1}`
}
