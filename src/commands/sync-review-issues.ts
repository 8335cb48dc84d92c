import type { Reviewable } from '../core/record/review/due.ts'
import type { Issue, Issues } from '../ports/issues.ts'
import { REVIEW_MARKER, readReviewMarker, reviewIssue } from '../report/review-issue.ts'

/** Issues that one review opens at most: GitHub refuses more than 80 in a minute, and nobody reads more. */
const MOST_OPENED = 50

export interface SyncedIssues {
  readonly opened: readonly Issue[]
  readonly updated: number
  readonly closed: number
  /** Due things for which no issue was opened this time. */
  readonly left: number
}

/**
 * One issue for each thing that is due: opened once, kept up to date, and closed when what replaced it is no longer due, or when a
 * waiver is gone. What was not found this time is left as it is. One that somebody closed stays closed until the end has moved.
 */
export async function syncReviewIssues(
  { ended, ending, all }: { ended: readonly Reviewable[]; ending: readonly Reviewable[]; all: readonly Reviewable[] },
  issues: Issues,
  keyOf: (item: Reviewable) => string,
): Promise<SyncedIssues> {
  const standing = (await issues.findIssues(REVIEW_MARKER)).flatMap(issue => {
    const about = readReviewMarker(issue.body)
    return about === undefined ? [] : [{ issue, ...about }]
  })
  const due = new Map([
    ...ended.map(item => [keyOf(item), item] as const),
    ...ending.map(item => [keyOf(item), item] as const),
  ])
  const opened: Issue[] = []
  let updated = 0
  let closed = 0
  let left = 0
  for (const [key, item] of due) {
    const { title, body } = reviewIssue(item, key, ended.includes(item))
    const [current, ...copies] = standing.filter(each => each.key === key && each.issue.open)
    for (const { issue } of copies) {
      await issues.closeIssue(issue.number, `Continued in #${current?.issue.number}.`)
      closed += 1
    }
    if (current) {
      if (current.issue.title === title && current.issue.body === body) continue
      await issues.updateIssue(current.issue.number, title, body)
      updated += 1
    } else if (!standing.some(each => each.key === key && each.ends === item.ends.toISOString())) {
      if (opened.length < MOST_OPENED) opened.push(await issues.openIssue(title, body))
      else left += 1
    }
  }
  const renewed = new Set(all.map(keyOf).filter(key => !due.has(key)))
  for (const { issue, key } of standing) {
    if (!issue.open || due.has(key)) continue
    const gone = !renewed.has(key) && /^Waiver of /.test(issue.title)
    if (!renewed.has(key) && !gone) continue
    await issues.closeIssue(
      issue.number,
      gone ? 'The waiver is no longer in the policy.' : 'Renewed: its end has moved.',
    )
    closed += 1
  }
  return { opened, updated, closed, left }
}
