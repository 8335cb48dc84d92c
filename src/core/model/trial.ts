import type { Settings } from '../settings/schema.ts'
import { type Rows, selectRows } from './predictions/rows.ts'
import type { Judged, JudgeOptions, Task } from './task.ts'

type Certify = Settings['certify']

/** A model before its claims: the rows, the champion's, and ways to judge some of them. */
export interface Trial {
  readonly task: Task
  readonly settings: Certify
  /** With the columns that tell slices and groups apart. */
  readonly rows: Rows
  /** All rows, every metric (or those that were asked for), at the level of the settings; judged when first asked for. */
  readonly whole: Judged
  /** Some metrics on some rows, or on all of them where `chosen` is absent. */
  judge(chosen: Uint32Array | undefined, level: number, metrics: readonly string[]): Judged
}

export function trialOf(
  task: Task,
  rows: Rows,
  champion: Rows | undefined,
  settings: Certify,
  options: JudgeOptions = {},
): Trial {
  let whole: Judged | undefined
  return {
    task,
    settings,
    rows,
    get whole() {
      whole ??= task.judge(rows, champion, settings, options)
      return whole
    },
    judge(chosen, level, metrics) {
      const known = whole && metrics.every(metric => whole?.challenger.has(metric))
      if (whole && known && !chosen && level === settings.level) return whole
      const some = (all: Rows) => (chosen ? selectRows(all, chosen) : all)
      return task.judge(
        some(rows),
        champion && some(champion),
        { ...settings, level },
        { seed: options.seed, only: metrics },
      )
    },
  }
}

/** The two-sided level whose each end misses with a probability of `alpha`, or of its share where it is spent over many looks. */
export function levelOf({ level, looks }: Certify, alpha?: number): number {
  if (alpha === undefined) return level
  return 1 - (2 * alpha) / (looks?.spend ? looks.most : 1)
}
