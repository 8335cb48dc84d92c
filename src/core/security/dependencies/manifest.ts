import type { Ecosystem } from './ecosystem.ts'

/** One dependency as a file declares it. */
export interface Requirement {
  /** The index its name belongs to; absent where it is taken from an address or a folder. */
  readonly ecosystem?: Ecosystem
  /** As the index writes it (PEP 503 for PyPI). */
  readonly name: string
  /** The one version it names; a range never is one. */
  readonly version?: string
  /** The versions it allows, where it names no single one: a PEP 440 specifier set, or npm's range. */
  readonly range?: string
  /** 1-based. */
  readonly line: number
  /** As it is written, without options and comments. */
  readonly requirement: string
  /** It names exactly one version, or exactly one content. */
  readonly pinned: boolean
}

/** A file that takes part in what another declares. */
export interface Include {
  /** As it is written: relative to the file that names it. */
  readonly path: string
  /** 1-based. */
  readonly line: number
  /** It installs nothing, and only says which versions (pip's `-c`). */
  readonly constraint: boolean
}

export interface Declared {
  readonly requirements: readonly Requirement[]
  /** Files it takes further dependencies from. */
  readonly includes: readonly Include[]
}

/** A kind of file that declares dependencies, told by its name. */
export interface Manifest {
  readonly id: string
  readonly title: string
  recognise(path: string): boolean
  /** Throws a `UserError` for what cannot be read. */
  read(path: string, text: string): Declared
}

export const defineManifest = (manifest: Manifest): Manifest => manifest
