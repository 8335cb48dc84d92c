/** An object of a remote. */
export interface RemoteObject {
  /** From the remote's url, `/` between names. */
  readonly key: string
  /** Of a remote that keeps versions. */
  readonly versionId?: string | undefined
}

/** Where DVC pushes to. Every failure is a `UserError` that names the remote and what to do. */
export interface DvcRemote {
  readonly name: string
  /** Without credentials. */
  readonly url: string
  /** Whether files are kept under their own names, by version. */
  readonly versions: boolean
  /** Sizes of objects, in their order; `null` where it is there and its size is not told, undefined where it is not there. */
  sizes(
    objects: readonly RemoteObject[],
    progress: (done: number) => void,
  ): Promise<readonly (number | null | undefined)[]>
  /** Bytes of an object from one on; undefined where it is not there. A remote that cannot begin there begins at 0. */
  read(object: RemoteObject, from: number): Promise<{ from: number; bytes: AsyncIterable<Uint8Array> } | undefined>
  /** An address that names these bytes for ever, where there is one. */
  pinned(object: RemoteObject): string
}
