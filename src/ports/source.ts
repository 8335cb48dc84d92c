import type { Origin } from '../core/origin.ts'

/** A file that is kept elsewhere. */
export interface RemoteFile {
  /** How evidence and messages name it: what was asked for where that names one file, else the address of this file alone. */
  readonly name: string
  readonly origin: Origin
  /** Undefined where that is not known before it is read. */
  readonly bytes: number | undefined
  /** Lower-case hexadecimal; what the bytes must have, as far as it is known before they are read. Other bytes are refused. */
  readonly digest?: { readonly sha256?: string; readonly md5?: string }
  /** What changes whenever the bytes do, such as an address with a commit or an ETag; without it, it is fetched anew in every run. */
  readonly identity?: string | undefined
  /** Where it lies on this machine already, absolute: then it is read there. */
  readonly here?: string | undefined
  /** Its bytes from one on, for a download that broke off; a source that cannot begin there begins at 0 and says so. */
  read(from: number): Promise<{ readonly from: number; readonly bytes: AsyncIterable<Uint8Array> }>
}

/** A kind of place where files are kept. Every failure is a `UserError` that names the address and what to do. */
export interface Source {
  /** The files that a path or address names: one, or all below a folder; undefined where it is none of this source's. */
  find(path: string): Promise<readonly RemoteFile[] | undefined>
}

/** All sources, and what has been fetched from them in this run: what an address named once, it names until the end. */
export interface Sources {
  /** Names of the files that a path or address names, sorted; undefined where it is to be looked for in the workspace. */
  list(path: string): Promise<readonly string[] | undefined>
  /** A file, fetched and verified: where it lies on this machine, absolute; undefined where the workspace has it. */
  fetch(path: string): Promise<string | undefined>
  /** Where a file came from that was listed or fetched. */
  origin(name: string): Promise<Origin | undefined>
}
