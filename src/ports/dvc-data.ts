import type { DvcChecked } from '../core/dvc/finding.ts'
import type { DvcOutput } from '../core/dvc/output.ts'

/** Where outputs are looked for. */
export type DvcPlace =
  /**
   * `trust`: a file that has the size, times and inode of when this user's last run read it is not read again. It finds what people change,
   * not what a disk damages or an attacker hides: nothing that becomes evidence asks for it. `renew`: every byte is read, and kept for the
   * next run that trusts. Undefined: every byte is read, and nothing kept.
   */
  | { readonly kind: 'workspace'; readonly times?: 'trust' | 'renew' | undefined }
  | { readonly kind: 'cache' }
  /** `name` undefined: the default remote. `content`: every byte is read, not only looked for. */
  | { readonly kind: 'remote'; readonly name: string | undefined; readonly content: boolean }

/** Texts of files as they were, by path from the settings' folder. */
export type EarlierTexts = (paths: readonly string[]) => Promise<ReadonlyMap<string, string>>

/** Data that DVC keeps track of around the settings' folder; paths of findings are seen from there. Every failure is a `UserError`. */
export interface DvcData {
  /** Everything tracked, or what is at or below paths; a path that names nothing tracked is an error, as a pointer that cannot be read is. */
  outputs(paths: readonly string[]): Promise<readonly DvcOutput[]>
  /** The pointer of an output, from the settings' folder. */
  pointerOf(output: DvcOutput): string
  /** Of outputs those whose pointers name other content than they did. */
  changed(outputs: readonly DvcOutput[], earlier: EarlierTexts): Promise<readonly DvcOutput[]>
  /** Files as of where this branch left another revision of git's. */
  since(revision: string): EarlierTexts
  verify(outputs: readonly DvcOutput[], place: DvcPlace): Promise<DvcChecked>
  /** A file as of a revision of git's, or in the workspace where it is undefined: by git, else by its pointer. Undefined where it is in neither. */
  readAt(revision: string | undefined, path: string): Promise<string | undefined>
  /** Files of metrics that `dvc.yaml` names, as of a revision or in the workspace. */
  metricsFiles(revision: string | undefined): Promise<readonly string[]>
}
