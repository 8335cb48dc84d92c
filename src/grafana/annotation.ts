import type { Pointer } from '../core/record/promotion/pointer.ts'

/** What `POST /api/annotations` of Grafana takes: a mark at a time, in milliseconds. Its text is shown as it is. */
export interface Annotation {
  readonly time: number
  readonly tags: readonly string[]
  readonly text: string
  readonly dashboardUID?: string
}

/** The mark of a promotion or demotion. */
export const annotationOf = ({ kind, target, to, from, by, reason, at }: Pointer, dashboard?: string): Annotation => ({
  time: Date.parse(at),
  tags: ['proofmark', kind, `target:${target}`, ...(to === null ? [] : [`model:${to.name}`])],
  text: plain(
    [
      `${kind === 'promotion' ? 'Promoted' : 'Demoted'} ${target} to ${to?.name ?? 'nothing'}`,
      from === null ? '' : `before: ${from.name}`,
      by === undefined ? '' : `by ${by}`,
      reason ?? '',
    ]
      .filter(part => part !== '')
      .join('; '),
  ),
  ...(dashboard === undefined ? {} : { dashboardUID: dashboard }),
})

/** Grafana shows the text as HTML, cleaned: nothing that people wrote is to be markup. */
const plain = (text: string): string =>
  text.toWellFormed().replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
