/** One dependency as a file declares it. */
export interface Requirement {
  readonly name: string
  /** 1-based. */
  readonly line: number
  /** As it is written, without options and comments. */
  readonly requirement: string
  /** It names exactly one version, or exactly one content. */
  readonly pinned: boolean
}

export interface Declared {
  readonly requirements: readonly Requirement[]
  /** Files it takes further dependencies from. */
  readonly includes: readonly string[]
}

/** A kind of file that declares Python dependencies, told by its name. */
export interface Manifest {
  readonly id: string
  readonly title: string
  recognise(path: string): boolean
  /** Throws a `UserError` for what cannot be read. */
  read(path: string, text: string): Declared
}

export const defineManifest = (manifest: Manifest): Manifest => manifest
