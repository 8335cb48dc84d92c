/** A link, a reference or a data set that leads out of the tree of its file. */
export interface Hdf5Lead {
  /** Path of the object in the file. */
  readonly path: string
  readonly kind: 'external link' | 'soft link' | 'external storage' | 'virtual data set' | 'unknown link'
  /** File or path that it leads to. */
  readonly target: string
}

/** What an HDF5 file is made of, without its data but for texts; `fault` where it could not be read to the end. */
export interface Hdf5Outline {
  readonly groups: number
  readonly datasets: number
  readonly leads: readonly Hdf5Lead[]
  /** Text attributes of the root group, by name; undefined of other kinds. */
  readonly attributes: Readonly<Record<string, string | undefined>>
  /** Every attribute of every object and every data set that is text, or texts: a line each. */
  readonly texts: readonly { readonly where: string; readonly text: string }[]
  readonly fault?: string
}
