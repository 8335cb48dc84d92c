import type { ConnectionOptions } from '../github/connection.ts'
import type { PromotionTarget } from '../ports/promotion-target.ts'

/** What targets may ask of the machine they are opened on. */
export interface TargetWorld {
  /** Folder that paths are relative to. */
  readonly root: string
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Absent without a token and a repository. */
  readonly github?: (ConnectionOptions & { readonly commit: string | undefined }) | undefined
}

/** One kind of target, by the beginning of its name. */
export interface TargetKind {
  /** `folder`, of `folder:/srv/models/credit`. */
  readonly scheme: string
  /** How its names are written, for messages. */
  readonly form: string
  /** Opens a target by its whole name; `place` is what follows the scheme and its colon. */
  open(name: string, place: string, world: TargetWorld): Promise<PromotionTarget>
  /** Names of the targets there are that patterns name; absent where nobody can list them. */
  list?(patterns: readonly string[], world: TargetWorld): Promise<readonly string[]>
}
