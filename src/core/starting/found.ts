import type { ChosenModel } from './choose-model.ts'
import type { ChosenPredictions } from './choose-predictions.ts'
import type { ComparisonTables } from './find-comparison.ts'
import type { JudgedPredictions } from './judge-predictions.ts'
import type { TableProfile } from './table-profile.ts'

/** What a folder holds, by the role it can play. */
export interface Found {
  readonly model?: ChosenModel
  readonly predictions?: { readonly chosen: ChosenPredictions; readonly judged: JudgedPredictions }
  readonly data?: TableProfile
  /** A contract that is there already. */
  readonly contract?: string
  readonly comparison?: ComparisonTables
  readonly dependencies: readonly string[]
  /** Whether Git LFS keeps some of the files. */
  readonly lfs: boolean
  readonly looked: { readonly files: number; readonly tables: number; readonly tablesLeft: number }
  /** Files that could not be read, and why. */
  readonly skipped: readonly { readonly path: string; readonly reason: string }[]
}
