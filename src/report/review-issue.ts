import type { Reviewable } from '../core/record/review/due.ts'
import { escapeText, visible } from './markdown/escape.ts'

/** Every issue of a review starts with it. */
export const REVIEW_MARKER = '<!-- proofmark:review '

const KIND = { certificate: 'Certificate of', waiver: 'Waiver of' } as const
const LONGEST_TITLE = 200

/** What an issue is about, out of its first line; the key is a digest, because names may hold anything. */
export function readReviewMarker(body: string): { readonly key: string; readonly ends: string } | undefined {
  const [, key, ends] = /^<!-- proofmark:review ([0-9a-f]{16}) (\S+) -->/.exec(body) ?? []
  return key === undefined || ends === undefined ? undefined : { key, ends }
}

/** The last day on which it holds, in UTC. */
export const lastDay = ({ ends }: Pick<Reviewable, 'ends'>): string =>
  new Date(ends.getTime() - 1).toISOString().slice(0, 10)

/** Title and text of the issue about something due; the same for the same thing in the same state. */
export function reviewIssue(item: Reviewable, key: string, hasEnded: boolean): { title: string; body: string } {
  const { kind, what, where, owner, reason } = item
  const title = visible(`${KIND[kind]} ${what} ${hasEnded ? 'ended' : 'ends'} on ${lastDay(item)}`)
  const consequence =
    kind === 'certificate'
      ? hasEnded
        ? 'The model may no longer be promoted.'
        : 'After that day the model may no longer be promoted.'
      : hasEnded
        ? 'What it excepted fails the gate again.'
        : 'After that day what it excepts fails the gate again.'
  const remedy =
    kind === 'certificate'
      ? 'Run the gate again on the model as it is, with fresh evidence, and have it approved; or take the model out of production.'
      : 'Mend what it excepts; or have its owner decide anew, with a reason, and change the policy.'
  return {
    title: title.length > LONGEST_TITLE ? `${title.slice(0, LONGEST_TITLE - 1)}…` : title,
    body: [
      `${REVIEW_MARKER}${key} ${item.ends.toISOString()} -->`,
      `**${escapeText(`${KIND[kind]} ${what}`)}** ${hasEnded ? 'held until' : 'holds until'} ${lastDay(item)} (UTC). ${consequence}`,
      '',
      `- Where: ${escapeText(where)}`,
      ...(owner === undefined ? [] : [`- Owner: ${escapeText(owner)}`]),
      ...(reason === undefined ? [] : [`- Reason: ${escapeText(reason)}`]),
      '',
      remedy,
      '',
      'This issue is kept up to date by the periodic review, which closes it once the end has moved. Closed by hand it stays closed for this end.',
    ].join('\n'),
  }
}
