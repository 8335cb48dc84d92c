import { isAddress } from '../core/address.ts'
import type { Evidence, Location } from '../core/evidence.ts'
import { place } from './check-text.ts'
import { inRepository } from './in-repository.ts'
import { codeSpan } from './markdown/escape.ts'

/** Files that GitHub shows rendered, without lines, unless it is asked for the plain text. */
const RENDERED = /\.(md|csv|tsv)$/i

/** A place as Markdown: a link to the line on GitHub, where the run was there and the file may be in the repository at that commit. */
export function placeLink(location: Location, evidence: Pick<Evidence, 'run' | 'materials'>): string {
  const text = codeSpan(place(location))
  const { file, line } = location
  const { run, materials } = evidence
  const from = atCommit(run)
  const isElsewhere = isAddress(file) || materials.some(({ name, origin }) => name === file && origin !== undefined)
  const path = inRepository(run.folder, file)
  if (from === undefined || isElsewhere || /^(\.\.?|)(\/|$)/.test(path)) return text
  const plain = line !== undefined && RENDERED.test(path) ? '?plain=1' : ''
  return `[${text}](${from}/${path.split('/').map(encoded).join('/')}${plain}${line === undefined ? '' : `#L${line}`})`
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
