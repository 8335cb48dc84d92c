import { hasAt } from './bytes.ts'
import type { Source } from './content/source.ts'
import type { Archive } from './zip/archive.ts'
import { holdsArchive } from './zip/holds-archive.ts'
import { readZip } from './zip/read-zip.ts'

/** Kinds of zip archive by a name that only they hold; the first that fits decides. */
const KINDS = [
  ['torchscript', /^[^/]+\/(constants\.pkl$|code\/)/],
  ['torch', /^[^/]+\/(data\.pkl|version)$/],
  ['keras', /^config\.json$|^model\.weights\.(h5|npz)$/],
  ['skops', /^schema\.json$/],
  ['npz', /\.npy$/],
] as const

export type ZipKind = (typeof KINDS)[number][0] | 'zip'

interface Told {
  readonly kind: ZipKind
  readonly archive: Archive
}

/** Each format asks of the same bytes. */
const told = new WeakMap<Source, Told | 'none'>()

/** What a zip archive is, by its members' names, and its structure; undefined for anything but a zip archive. */
function tellZip(source: Source): Told | undefined {
  let known = told.get(source)
  if (known === undefined) {
    known = tell(source)
    told.set(source, known)
  }
  return known === 'none' ? undefined : known
}

function tell(source: Source): Told | 'none' {
  if (!hasAt(source, 'PK\x03\x04') && !holdsArchive(source)) return 'none'
  const archive = readZip(source)
  const kind = KINDS.find(([, name]) => archive.members.some(member => name.test(member.name)))?.[0] ?? 'zip'
  return { kind, archive }
}

export const zipKind = (source: Source): ZipKind | undefined => tellZip(source)?.kind

/** The structure of a zip archive; of anything else, an archive with that fault. */
export const archiveOf = (source: Source): Archive =>
  tellZip(source)?.archive ?? { source, members: [], inflated: 0, fault: 'it is none' }
