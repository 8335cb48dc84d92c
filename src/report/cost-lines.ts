import type { MonthlyMinutes, Usage } from '../core/cost/monthly-minutes.ts'
import { PLANS, RUNNERS, SHORTEST_INTERVAL } from '../core/cost/plans.ts'
import { visible } from './markdown/escape.ts'
import type { Line } from './terminal.ts'

/** A month of runs as lines of text. */
export function costLines(month: MonthlyMinutes, { jobs, runner, plan, isPublic }: Usage): Line[] {
  const lines = [
    ...month.schedules.map(({ text, mean, most }) =>
      row('scheduled', `${visible(text)}: ${number(mean)} runs a month, ${number(most)} at most`),
    ),
    row('runs a month', `${number(month.runs)}, ${number(month.mostRuns)} in the busiest month`),
    row(
      'billed a run',
      `${month.minutesPerRun} ${month.minutesPerRun === 1 ? 'minute' : 'minutes'}: ${jobs.map(seconds => `${number(seconds)} s`).join(' + ')}, each job rounded up`,
    ),
    row(
      'billed a month',
      `${number(month.billed)} minutes of ${RUNNERS[runner].title}, for ${number(month.worked)} minutes of work`,
    ),
    row('of the plan', ofPlan(month, runner, plan, isPublic)),
    ...(month.beyond > 0
      ? [row('beyond it', `${number(month.beyond)} minutes, about ${month.dollars.toFixed(2)} US dollars`)]
      : []),
  ]
  const often = month.schedules.filter(({ leastGap = SHORTEST_INTERVAL }) => leastGap < SHORTEST_INTERVAL)
  return [
    ...lines.map((text): Line => ({ tone: 'plain', text })),
    ...often.map(
      ({ text, leastGap }): Line => ({
        tone: 'warn',
        text: visible(
          `'${text}' runs every ${leastGap} minutes; GitHub starts no schedule more often than every ${SHORTEST_INTERVAL}`,
        ),
      }),
    ),
  ]
}

function ofPlan({ used, included }: MonthlyMinutes, runner: Usage['runner'], plan: Usage['plan'], isPublic: boolean) {
  if (isPublic) return 'nothing: standard runners are free for public repositories'
  if (RUNNERS[runner].multiplier === 0) return 'nothing: self-hosted runners use no minutes of it'
  const share = ((100 * used) / included).toFixed(1)
  return `${number(used)} of the ${number(included)} minutes of ${PLANS[plan].title} (${share} %)`
}

const row = (name: string, text: string) => `${name.padEnd(16)}  ${text}`

const number = (value: number) =>
  (Number.isInteger(value) ? `${value}` : value.toFixed(1)).replace(/\B(?=(\d{3})+(?!\d)(?=\.|$))/g, ' ')
