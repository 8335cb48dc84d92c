import type { Cron } from './cron.ts'
import { PLANS, type Plan, RUNNERS, type Runner } from './plans.ts'
import { runsPerMonth, type ScheduledRuns } from './runs-per-month.ts'

/** What a month of runs is reckoned from. */
export interface Usage {
  readonly schedules: readonly Cron[]
  /** Runs a month that something else starts, such as pull requests. */
  readonly others: number
  /** Seconds of each job of one run. */
  readonly jobs: readonly number[]
  readonly runner: Runner
  readonly plan: Plan
  /** A public repository uses no minutes. */
  readonly isPublic: boolean
}

/** A month of runs. */
export interface MonthlyMinutes {
  readonly schedules: readonly (ScheduledRuns & { readonly text: string })[]
  /** Runs in a mean month, and in the busiest. */
  readonly runs: number
  readonly mostRuns: number
  /** Minutes that one run is billed: each job's own, rounded up. */
  readonly minutesPerRun: number
  /** Minutes of work, without rounding. */
  readonly worked: number
  /** Minutes that jobs are billed, by the clock of the runner. */
  readonly billed: number
  /** Of the included minutes: `billed` by the runner's multiplier; 0 where none are used. */
  readonly used: number
  readonly included: number
  /** Minutes of the runner beyond what is included, and their price in US dollars. */
  readonly beyond: number
  readonly dollars: number
}

/** Minutes of a month: GitHub bills each job by itself, its minutes and the part of one rounded up to a whole minute. */
export function monthlyMinutes({ schedules, others, jobs, runner, plan, isPublic }: Usage): MonthlyMinutes {
  const scheduled = schedules.map(cron => ({ text: cron.text, ...runsPerMonth(cron) }))
  const runs = others + scheduled.reduce((sum, { mean }) => sum + mean, 0)
  const minutesPerRun = jobs.reduce((sum, seconds) => sum + Math.max(1, Math.ceil(seconds / 60)), 0)
  const billed = runs * minutesPerRun
  const { multiplier, price } = RUNNERS[runner]
  const used = isPublic ? 0 : billed * multiplier
  const included = PLANS[plan].minutes
  const beyond = multiplier === 0 ? 0 : Math.max(0, used - included) / multiplier
  return {
    schedules: scheduled,
    runs,
    mostRuns: others + scheduled.reduce((sum, { most }) => sum + most, 0),
    minutesPerRun,
    worked: (runs * jobs.reduce((sum, seconds) => sum + seconds, 0)) / 60,
    billed,
    used,
    included,
    beyond,
    dollars: beyond * price,
  }
}
