import { isAddress } from '../core/address.ts'
import type { Evidence, Location } from '../core/evidence.ts'
import { inRepository } from './in-repository.ts'
import { codeSpan } from './markdown/escape.ts'
import { type PlaceRun, rangesOf, runText } from './place-runs.ts'

/** Files that GitHub shows rendered, without lines, unless it is asked for the plain text. */
const RENDERED = /\.(md|csv|tsv)$/i

type From = Pick<Evidence, 'run' | 'materials'>

/** A place as Markdown: a link to the line on GitHub, where the run was there and the file may be in the repository at that commit. */
export const placeLink = (location: Location, evidence: From): string =>
  runLink({ first: location, lines: location.line === undefined ? [] : [location.line] }, evidence)

/** Places that differ in their lines alone as one link, to the first lines of them. */
export function runLink(run: PlaceRun, evidence: From): string {
  const text = codeSpan(runText(run))
  const url = placeUrl(run, evidence)
  return url === undefined ? text : `[${text}](${url})`
}

/** Where the first lines of a run are on GitHub; undefined where they may not be there. */
export function placeUrl({ first: { file }, lines }: PlaceRun, { run, materials }: From): string | undefined {
  const at = atCommit(run)
  const isElsewhere = isAddress(file) || materials.some(({ name, origin }) => name === file && origin !== undefined)
  const path = inRepository(run.folder, file)
  if (at === undefined || isElsewhere || /^(\.\.?|)(\/|$)/.test(path)) return undefined
  const [range] = rangesOf(lines)
  const plain = range && RENDERED.test(path) ? '?plain=1' : ''
  const anchor = range ? `#L${range[0]}${range[1] > range[0] ? `-L${range[1]}` : ''}` : ''
  return `${at}/${path.split('/').map(encoded).join('/')}${plain}${anchor}`
}

/** `https://github.com/acme/credit/blob/c0ffee`, by the address of the run. */
function atCommit({ url, repository, commit }: Evidence['run']): string | undefined {
  const [server] = /^https:\/\/[^/?#]+\//.exec(url ?? '') ?? []
  if (server === undefined || repository === undefined || commit === undefined) return undefined
  return url?.startsWith(`${server}${repository}/actions/`) ? `${server}${repository}/blob/${commit}` : undefined
}

/** Parentheses would end the link. */
const encoded = (part: string): string =>
  encodeURIComponent(part).replace(/[()]/g, bracket => (bracket === '(' ? '%28' : '%29'))
