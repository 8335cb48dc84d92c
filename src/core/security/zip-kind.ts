import { hasAt, includes } from './bytes.ts'

const isZip = (bytes: Uint8Array) => hasAt(bytes, 'PK\x03\x04') || hasAt(bytes, 'PK\x05\x06')

/** Kinds of zip archive by a name that only they hold; the first that fits decides. */
const MARKERS = [
  ['torchscript', '/constants.pkl'],
  ['torch', '/data.pkl'],
  ['torch', '/version'],
  ['keras', '.weights.h5'],
  ['skops', 'schema.json'],
  ['npz', '.npy'],
] as const

export type ZipKind = (typeof MARKERS)[number][0] | 'zip'

/** What a zip archive is, by its members' names; undefined for anything but a zip archive. */
export function zipKind(bytes: Uint8Array): ZipKind | undefined {
  if (!isZip(bytes)) return undefined
  return MARKERS.find(([, name]) => includes(bytes, name))?.[0] ?? 'zip'
}
