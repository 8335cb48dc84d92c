import { hasAt } from './bytes.ts'
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
const told = new WeakMap<Uint8Array, Told | 'none'>()

/** What a zip archive is, by its members' names, and its structure; undefined for anything but a zip archive. */
function tellZip(bytes: Uint8Array): Told | undefined {
  let known = told.get(bytes)
  if (known === undefined) {
    known = tell(bytes)
    told.set(bytes, known)
  }
  return known === 'none' ? undefined : known
}

function tell(bytes: Uint8Array): Told | 'none' {
  if (!hasAt(bytes, 'PK\x03\x04') && !holdsArchive(bytes)) return 'none'
  const archive = readZip(bytes)
  const kind = KINDS.find(([, name]) => archive.members.some(member => name.test(member.name)))?.[0] ?? 'zip'
  return { kind, archive }
}

export const zipKind = (bytes: Uint8Array): ZipKind | undefined => tellZip(bytes)?.kind

/** The structure of a zip archive; of anything else, an archive with that fault. */
export const archiveOf = (bytes: Uint8Array): Archive =>
  tellZip(bytes)?.archive ?? { bytes, members: [], fault: 'it is none' }
