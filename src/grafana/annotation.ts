import type { Pointer } from '../core/record/promotion/pointer.ts'
import type { Revocation } from '../core/record/promotion/revocation.ts'

/** What `POST /api/annotations` of Grafana takes: a mark at a time, in milliseconds. Its text is shown as it is. */
export interface Annotation {
  readonly time: number
  readonly tags: readonly string[]
  readonly text: string
  readonly dashboardUID?: string
}

/** The mark of a promotion or demotion. */
export const moveAnnotation = ({ kind, target, to, from, by, reason, at }: Pointer, dashboard?: string): Annotation =>
  annotation(
    at,
    [kind, `target:${target}`, ...(to === null ? [] : [`model:${to.name}`])],
    [
      `${kind === 'promotion' ? 'Promoted' : 'Demoted'} ${target} to ${to?.name ?? 'nothing'}`,
      from === null ? '' : `before: ${from.name}`,
      by === undefined ? '' : `by ${by}`,
      reason ?? '',
    ],
    dashboard,
  )

/** The mark of a revocation; `targets` are those that still point at what is revoked. */
export const revocationAnnotation = (
  { certificate, key, model, by, reason, at }: Revocation,
  targets: readonly string[],
  dashboard?: string,
): Annotation =>
  annotation(
    at,
    [
      'revocation',
      ...targets.map(target => `target:${target}`),
      ...(model === undefined ? [] : [`model:${model.name}`]),
    ],
    [
      key === undefined
        ? `Revoked the certificate ${certificate?.slice(0, 12) ?? ''} of ${model?.name ?? 'a model'}`
        : `Revoked the key ${key.slice(0, 12)}`,
      targets.length === 0 ? '' : `still in production at ${targets.join(', ')}`,
      by === undefined ? '' : `by ${by}`,
      reason,
    ],
    dashboard,
  )

const annotation = (
  at: string,
  tags: readonly string[],
  parts: readonly string[],
  dashboard: string | undefined,
): Annotation => ({
  time: Date.parse(at),
  tags: ['proofmark', ...tags],
  text: plain(parts.filter(part => part !== '').join('; ')),
  ...(dashboard === undefined ? {} : { dashboardUID: dashboard }),
})

/** Grafana shows the text as HTML, cleaned: nothing that people wrote is to be markup. */
const plain = (text: string): string =>
  text.toWellFormed().replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
