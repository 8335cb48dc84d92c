import type { MetricSeries, MetricWindow } from './core/drift/series/metric-series.ts'
import type { PrometheusSource } from './core/drift/series/settings.ts'
import type { Material } from './core/evidence.ts'
import type { DependencyFile } from './core/security/dependencies/dependency-file.ts'
import type { MatchedArchive } from './core/security/dependencies/vulnerabilities/matched-archive.ts'
import type { OsvRecord } from './core/security/dependencies/vulnerabilities/osv-record.ts'
import type { PackageVersion } from './core/security/dependencies/vulnerabilities/package-version.ts'
import type { InspectedFile, InspectionContext } from './core/security/format.ts'
import type { ScanLimits } from './core/security/limits.ts'
import type { ScannedContent } from './core/security/scan-content.ts'
import type { Dialect } from './core/tables/dialect.ts'
import type { ReadStored } from './core/tables/overflow.ts'
import type { Row } from './core/tables/row.ts'
import type { MeasuredPart, Shard } from './core/tables/shard.ts'
import type { FindRows } from './core/tables/shown-rows.ts'
import type { TableJob } from './core/tables/table-job.ts'
import type { TableRun } from './core/tables/table-run.ts'
import type { BaseRepository } from './ports/base-repository.ts'
import type { DataHistory } from './ports/data-history.ts'
import type { DvcData } from './ports/dvc-data.ts'
import type { Encryption } from './ports/encryption.ts'
import type { FileDigest } from './ports/file-digest.ts'
import type { Forge } from './ports/forge.ts'
import type { HookFiles } from './ports/hook-files.ts'
import type { IdentityTokens } from './ports/identity-tokens.ts'
import type { Logs } from './ports/log-branch.ts'
import type { NoteKeys } from './ports/note-keys.ts'
import type { OnnxModels } from './ports/onnx-models.ts'
import type { Programs } from './ports/programs.ts'
import type { Recipients } from './ports/recipient.ts'
import type { Signing } from './ports/signing.ts'
import type { Sources } from './ports/source.ts'
import type { Teams } from './ports/teams.ts'
import type { TokenIssuers } from './ports/token-issuers.ts'

export type * from './ports/base-repository.ts'
export type * from './ports/data-history.ts'
export type * from './ports/dvc-data.ts'
export type * from './ports/encryption.ts'
export type * from './ports/file-digest.ts'
export type * from './ports/file-on-ref.ts'
export type * from './ports/forge.ts'
export type * from './ports/hook-files.ts'
export type * from './ports/identity-tokens.ts'
export type * from './ports/issues.ts'
export type * from './ports/log-branch.ts'
export type * from './ports/note-keys.ts'
export type * from './ports/onnx-models.ts'
export type * from './ports/probe.ts'
export type * from './ports/programs.ts'
export type * from './ports/pull-request-people.ts'
export type * from './ports/recipient.ts'
export type * from './ports/signer.ts'
export type * from './ports/signing.ts'
export type * from './ports/source.ts'
export type * from './ports/teams.ts'
export type * from './ports/token-issuers.ts'
export type * from './ports/versioned-data.ts'
export type { Row }

/** Files of the user's, by path relative to the settings' folder. Every failure is a `UserError` that names the path. */
export interface Files {
  /** The whole file. Refuses one larger than `maxBytes`. */
  read(path: string, options?: { maxBytes?: number }): Promise<Uint8Array>
  /** The whole file as strict UTF-8, a byte order mark dropped; refuses other encodings and Git LFS pointers. */
  readText(path: string, options?: { maxBytes?: number }): Promise<string>
  exists(path: string): Promise<boolean>
  /** Files named by paths, folders (all below, hidden ones too, `.git` and `node_modules` left out) and `*` globs; sorted by UTF-8 bytes, each once. `leftOut` hears what is passed over. */
  list(paths: readonly string[], options?: { leftOut?(path: string, reason: string): void }): Promise<string[]>
  /** SHA-256 of the file's bytes, streamed; computed once per run. `progress` hears the bytes read so far, now and then. */
  digest(path: string, options?: { progress?(bytes: number): void }): Promise<FileDigest>
  /** Writes the whole file or nothing, making folders as needed; `secret` makes it readable by its owner only. */
  write(path: string, content: string | Uint8Array, options?: { secret?: boolean }): Promise<void>
  /** Deletes the file, if there is one. */
  remove(path: string): Promise<void>
}

/** A table being read once, front to back. */
export interface Table {
  /** Names of the columns: none blank, none twice. */
  readonly header: readonly string[]
  /** Rows in file order, in batches. A ragged row, an open quote or bytes that are no UTF-8 end it with a `UserError` naming the line. */
  readonly batches: AsyncIterable<readonly Row[]>
  /** Lets go of a table whose rows nobody wants; absent where there is nothing to let go of. Its batches do so at their end. */
  close?(): Promise<void>
  /** Digest, size and row count of the file, from the same pass; only after the last batch. */
  material(role: Material['role']): Material
}

export interface Tables {
  open(path: string, dialect?: Dialect): Promise<Table>
  /** Takes every measure of a job over all rows of a table, or over a shard of them, whatever their number, in bounded memory. */
  measure(path: string, job: TableJob, options: MeasureOptions): Promise<MeasuredTable>
  /** Reads some rows of a table again. */
  find(path: string, header: readonly string[], dialect?: Dialect): FindRows
}

export interface MeasureOptions {
  /** Hears the rows read so far, now and then. */
  progress(rows: number): void
  readonly dialect?: Dialect | undefined
  readonly shard?: Shard | undefined
}

/** A table whose rows have all been measured. */
export interface MeasuredTable {
  readonly header: readonly string[]
  /** The job's run over all rows, in its one state. */
  readonly run: TableRun
  /** Reads some rows again. */
  readonly find: FindRows
  /** The lines on which the rows at these places begin, ascending; absent where a place is its line. */
  readonly lines?: (places: readonly number[]) => Promise<readonly number[]>
  /** Reads what measures have put out of memory, until the program ends. */
  readonly read?: ReadStored
  /** The parts of the file that were measured: all of them, but for a shard. */
  readonly parts: readonly MeasuredPart[]
  /** Digest, size and row count of the file, from the same pass. */
  material(role: Material['role']): Material
}

/** Reads untrusted files in processes of their own, each file within limits. */
export interface Scanner {
  /** Starts the first process at once; `close` ends them all. */
  open(limits: ScanLimits): FileScans
}

export interface FileScans {
  /**
   * Reads one file, in turn with others that are asked for. What the file is or does is no failure: it ends in a `ScannedFile` that
   * says so. `sizeBeside` gives the size of another scanned file by its path from this file's folder.
   */
  scan(path: string, sizeBeside: NonNullable<InspectionContext['sizeBeside']>): Promise<ScannedFile>
  /** Reads a text that says something about dependencies, if it does: by the name and content of its file, or as what another file includes. */
  readDependencies(path: string, text: string, as: 'named' | 'included'): Promise<DependencyFile | undefined>
  /** Matches packages against an archive of advisories (OSV's `all.zip`), and says which bytes it has read. Any failure is a `UserError`. */
  matchAdvisories(
    path: string,
    packages: readonly PackageVersion[],
  ): Promise<MatchedArchive & { readonly sha256: string }>
  close(): void
}

/** What the scan of a file gave: everything, or, where it was stopped, only what is known of it then. */
export interface ScannedFile extends Partial<ScannedContent> {
  readonly inspected: InspectedFile
  /** Of the bytes that were read, where they were read at once. */
  readonly sha256?: string
  /** What the file was when it was opened, as a `FileDigest` has it. */
  readonly state?: string
}

/** Known vulnerabilities of packages. Every failure is a `UserError`. */
export interface Advisories {
  /**
   * The advisories that affect each package, in the packages' order; of one without a version, all there are of its name. The address is
   * that of an OSV server.
   */
  find(packages: readonly PackageVersion[], server: { readonly url: string }): Promise<(readonly OsvRecord[])[]>
}

/** Metrics of production. Every failure is a `UserError` that names the server and what to do. */
export interface Metrics {
  /** Every series that the query gives over a window, in the order of their labels. */
  range(source: PrometheusSource, query: string, window: MetricWindow): Promise<readonly MetricSeries[]>
}

export interface Log {
  info(message: string): void
  warn(message: string): void
  /** Long work under way: replaced in place on a terminal, a line at intervals elsewhere. */
  progress(message: string): void
}

/** The event and commit this run answers. */
export interface RunContext {
  /** `owner/name` on GitHub, `host/path` elsewhere. */
  readonly repository?: string
  /** The repository is not on GitHub: nothing of it is asked there. */
  readonly elsewhere?: true
  /** The repository's number, which a change of name does not change. */
  readonly repositoryId?: string
  readonly commit?: string
  readonly ref?: string
  /** Folder of the settings in the repository, where it is not its root. */
  readonly folder?: string
  /** Address of the run's page. */
  readonly url?: string
  /** Who started the run, and who started it again; nobody where a review did, which is given and not asked for. */
  readonly triggers?: readonly { readonly login: string; readonly id?: string }[]
  /** Commit whose bar counts: the base of the pull request, or of the merge group. */
  readonly base?: string
  /** Branch that the change is to be merged into, where its commit is not known, or an older one; empty where nobody says which. */
  readonly targetBranch?: string
  readonly pullRequest?: {
    readonly number: number
    readonly head: string
    readonly base?: string
    readonly fork: boolean
  }
}

/** Files as they stand where a pull request is to be merged, by the same paths as `Files`. */
export interface BaseFiles {
  /** Undefined where there is no such file. */
  readText(path: string): Promise<string | undefined>
  /** Files below the settings' folder, as many as are named at once. */
  list(): Promise<string[]>
}

/** Everything a command may ask of the world. */
export interface Ports {
  readonly files: Files
  /** Absent where there is only the workspace. What is kept elsewhere: `files`, `tables` and `scanner` read it by address as they read a path. */
  readonly sources?: Sources
  /** Whoever is told of decisions. */
  readonly recipients?: Recipients
  readonly tables: Tables
  readonly advisories: Advisories
  readonly metrics: Metrics
  readonly scanner: Scanner
  readonly programs: Programs
  readonly onnx: OnnxModels
  readonly logs: Logs
  readonly signing: Signing
  /** Loaded when something is asked of DVC. */
  readonly dvc?: () => Promise<DvcData>
  readonly hookFiles?: () => Promise<HookFiles>
  readonly dataHistory?: () => Promise<DataHistory>
  readonly noteKeys: NoteKeys
  readonly encryption: Encryption
  readonly identityTokens: IdentityTokens
  readonly log: Log
  readonly context: RunContext
  /** Absent where there is no GitHub to speak to. */
  readonly forge?: Forge
  /** Absent where nothing is to be merged, and where the forge is asked. */
  readonly baseRepository?: BaseRepository
  /** Absent where nothing is to be merged. */
  readonly base?: BaseFiles
  now(): Date
  /** Waits a random time of at most so many milliseconds: writers that met must not meet again. */
  pause(atMost: number): Promise<void>
  readonly issuers: TokenIssuers
  /** Absent where no token was given that can read the organisation. */
  readonly teams?: Teams
  /** Lower-case hexadecimal. */
  sha256(content: string | Uint8Array): string
}
