import type { Check } from '../../evidence.ts'
import { decodeStrictly } from '../bytes.ts'
import type { Source } from '../content/source.ts'
import { wholeOf } from '../content/whole-of.ts'
import type { FoundSecret } from './found-secret.ts'
import { readGitleaks } from './gitleaks.ts'
import type { HeardTexts } from './heard-texts.ts'
import { metadataOf } from './metadata-of.ts'
import { notebookText } from './notebook.ts'
import { joinPassages, plainText, type SearchedText } from './searched-text.ts'
import type { SecretFinding } from './secret-finding.ts'
import { partlySearchedCheck, unsearchedCheck } from './secrets-check.ts'

/** Longest text that is searched for credentials, in bytes. */
const MAX_TEXT = 5 * 1024 * 1024
/** Longest notebook, whose pictures are not searched, and longest report of another tool, in bytes. */
const MAX_DOCUMENT = 64 * 1024 * 1024

export interface SearchContext {
  /** Looks for credentials in text; never returns one. */
  findSecrets(path: string, text: string): Promise<readonly SecretFinding[]>
  /** Lower-case hexadecimal. */
  sha256(text: string): string
}

/** What a search for credentials in one file gave. */
export interface SearchedFile {
  readonly checks: readonly Check[]
  readonly secrets: readonly FoundSecret[]
  readonly searched?: 'texts' | 'models'
}

/** Searches a file that is text, and takes it for what it is: a notebook, another tool's report, whose findings count. */
export async function searchText(path: string, source: Source, context: SearchContext): Promise<SearchedFile> {
  const text = source.size > MAX_DOCUMENT ? undefined : decodeStrictly(wholeOf(source))
  const reported = text === undefined ? undefined : readGitleaks(text, context.sha256)
  const own = reported?.rest ?? text
  const searched = own === undefined ? undefined : (notebookText(own) ?? plainText(own))
  if (searched === undefined || searched.text.length > MAX_TEXT)
    return { ...unsearched(path, source.size), secrets: reported?.secrets ?? [] }
  const found = await find(path, searched, context)
  return { checks: [], secrets: [...(reported?.secrets ?? []), ...found], searched: 'texts' }
}

/** Searches what a model file says of itself. */
export async function searchMetadata(
  path: string,
  format: string,
  source: Source,
  context: SearchContext,
): Promise<SearchedFile> {
  const searched = metadataOf(format, source)
  if (!searched) return { checks: [], secrets: [] }
  if (searched.text.length > MAX_TEXT) return unsearched(path, searched.text.length)
  return { checks: [], secrets: await find(path, searched, context), searched: 'models' }
}

/** Searches the texts that were heard while a model file was inspected. A credential is told once, however often it was heard. */
export async function searchHeard(
  path: string,
  { texts, leftOut }: HeardTexts,
  context: SearchContext,
): Promise<SearchedFile> {
  if (texts.length === 0) return { checks: [], secrets: [] }
  const passages = texts.map(({ where, text }) => ({ name: where, pieces: [{ text }] }))
  const found = await find(path, joinPassages(passages), context)
  const once = new Map(found.toReversed().map(secret => [`${secret.rule}\0${secret.fingerprint}`, secret]))
  return {
    checks: leftOut === 0 ? [] : [partlySearchedCheck(path, leftOut)],
    secrets: [...once.values()].toReversed(),
    searched: 'models',
  }
}

const unsearched = (path: string, bytes: number): SearchedFile => ({
  checks: [unsearchedCheck(path, bytes, MAX_TEXT)],
  secrets: [],
})

async function find(path: string, { text, placeOf }: SearchedText, { findSecrets }: SearchContext) {
  const found = await findSecrets(path, text)
  return found.map(({ line, rule, fingerprint }): FoundSecret => ({ path, ...placeOf(line), rule, fingerprint }))
}
