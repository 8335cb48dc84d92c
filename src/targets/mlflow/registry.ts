/** A model version, as the registry knows it. */
export interface RegistryVersion {
  /** A decimal number, as text. */
  readonly version: string
  readonly tags: ReadonlyMap<string, string>
}

/** A file that a version holds, by its path below the version's folder. */
export interface StoredFile {
  readonly path: string
  /** Undefined where the server does not say. */
  readonly bytes: number | undefined
}

/** A run of ours, in which files can be laid down. */
export interface RecordRun {
  readonly id: string
  /** Address of the folder of its files. */
  readonly artifacts: string
}

/** What a promotion asks of one registered model, and of the runs that keep its records. Every failure is a `UserError`. */
export interface Registry {
  /** Address of the server, without credentials: which of them it is. */
  readonly server: string
  /** Tags of the registered model; undefined where there is no such model. */
  modelTags(): Promise<ReadonlyMap<string, string> | undefined>
  tagModel(key: string, value: string): Promise<void>
  /** Where an alias points: a version; nothing (`unset`); or at one that was deleted. */
  alias(alias: string): Promise<RegistryVersion | 'unset' | 'deleted'>
  pointAlias(alias: string, version: string): Promise<void>
  dropAlias(alias: string): Promise<void>
  /** Undefined where there is no such version. */
  version(version: string): Promise<RegistryVersion | undefined>
  /** The newest versions first, at most so many; of a tag's value where one is given. */
  versions(most: number, tag?: { readonly key: string; readonly value: string }): Promise<readonly RegistryVersion[]>
  tagVersion(version: string, key: string, value: string): Promise<void>
  files(version: string): Promise<readonly StoredFile[]>
  /** SHA-256 of a file of a version, read from the store now. */
  digest(version: string, path: string): Promise<string>
  /** Makes a run with these tags and files (`content` or a path on this machine). */
  keep(run: {
    readonly name: string
    readonly tags: Readonly<Record<string, string>>
    readonly files: readonly KeptFile[]
  }): Promise<RecordRun>
  /** Makes a version of the files below a folder of a run. */
  addVersion(run: RecordRun, folder: string, description: string): Promise<RegistryVersion>
  /** Texts of a file in the runs that carry a tag, newest run first, at most a few; what cannot be read is left out. */
  kept(
    tag: { readonly key: string; readonly value: string },
    path: string,
    maxBytes: number,
  ): Promise<readonly string[]>
}

export type KeptFile = { readonly path: string } & ({ readonly content: Uint8Array } | { readonly file: string })
