/** How DVC hashes: `md5` of the bytes since 3.0; before, of text the bytes with CRLF made LF. */
export type DvcHash = 'md5' | 'md5-dos2unix'

/** A file as a remote keeps it under its own name, by version. */
export interface CloudVersion {
  readonly versionId?: string
  readonly etag?: string
}

/** A file that belongs to an output. */
export interface DvcEntry {
  /** From the output's folder, `/` between names; empty where the output is one file. */
  readonly relpath: string
  readonly md5?: string
  readonly size?: number
  /** By name of the remote. */
  readonly cloud: ReadonlyMap<string, CloudVersion>
}

/** Something that DVC tracks: a file or a folder, with the pointer that names its content. */
export interface DvcOutput {
  /** From the root of the DVC repository. */
  readonly path: string
  /** The file that says so, likewise: `data.dvc`, `dvc.lock`. */
  readonly pointer: string
  /** 1-based line in it. */
  readonly line: number
  /** Of a pipeline, its stage. */
  readonly stage?: string
  readonly hash: DvcHash
  /** Of the file, or of the object that lists the folder; absent where nothing was committed yet, or where `entries` says it. */
  readonly md5?: string
  readonly folder: boolean
  readonly size?: number
  readonly nfiles?: number
  /** Listed in the pointer itself: by remotes that keep versions. */
  readonly entries?: readonly DvcEntry[]
  readonly cloud: ReadonlyMap<string, CloudVersion>
  /** Whether DVC keeps a copy; where not, git does. */
  readonly cached: boolean
  /** Whether `dvc push` sends it. */
  readonly pushed: boolean
  /** The one remote it is sent to. */
  readonly remote?: string
  /** Where it was imported from, when it is to be had there and not from a remote. */
  readonly importedFrom?: string
}
