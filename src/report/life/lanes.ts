import type { CertificateLife, Life, LifeEvent, ModelLife, Stay } from '../../core/record/promotion/life.ts'

/** A time between two others; open towards now where it has no end. */
export interface Span {
  readonly kind: 'valid' | 'early' | 'expired' | 'revoked' | 'unknown' | 'production' | 'waiver'
  /** Milliseconds since 1970. */
  readonly from: number
  readonly to: number
  readonly title: string
}

/** A moment. */
export interface Mark {
  readonly kind: LifeEvent['type'] | 'revocation'
  readonly at: number
  readonly title: string
}

/** One line of the picture. */
export interface Lane {
  readonly label: string
  readonly spans: readonly Span[]
  readonly marks: readonly Mark[]
}

/** A model's lines: its certificates, the times it was in production, its waivers, and what was decided about it. */
export interface LaneGroup {
  readonly title: string
  readonly lanes: readonly Lane[]
}

/** What is drawn, model by model, in the order of the log. */
export function lanesOf({ models, now }: Life): LaneGroup[] {
  const today = Date.parse(now)
  return models.map(model => ({
    title: `${model.name} · ${model.id.slice(0, 12)}`,
    lanes: [
      ...model.certificates.map(certificate => certificateLane(certificate, today)),
      ...stayLanes(model.stays, today),
      ...model.events.filter(({ type, until }) => type === 'waiver' && until !== undefined).map(waiverLane),
      ...decisionLane(model),
    ],
  }))
}

const certificateLane = (certificate: CertificateLife, today: number): Lane => {
  const { sha256, at, notBefore = at, notAfter, state, revocation } = certificate
  const from = Date.parse(notBefore)
  const end = notAfter === undefined ? Math.max(today, from) : Date.parse(notAfter)
  const revoked = revocation === undefined ? undefined : Date.parse(revocation.at)
  const span = (kind: Span['kind'], start: number, to: number, title: string): Span => ({
    kind,
    from: start,
    to,
    title,
  })
  const validity =
    notAfter === undefined ? 'its validity is not known' : `valid from ${day(notBefore)} to ${day(notAfter)}`
  const spans =
    revoked === undefined
      ? [span(state, from, end, `Certificate ${short(sha256)}: ${state}, ${validity}`)]
      : [
          span('valid', from, Math.min(Math.max(revoked, from), end), `Certificate ${short(sha256)}: ${validity}`),
          span(
            'revoked',
            Math.max(revoked, from),
            Math.max(end, revoked),
            `Revoked on ${day(revocation?.at ?? '')}: ${revocation?.reason ?? ''}`,
          ),
        ]
  const marks: Mark[] =
    revoked === undefined
      ? []
      : [
          {
            kind: 'revocation',
            at: revoked,
            title: `Revoked on ${day(revocation?.at ?? '')}: ${revocation?.reason ?? ''}`,
          },
        ]
  return { label: `Certificate ${short(sha256)}`, spans: spans.filter(({ from: a, to: b }) => b >= a), marks }
}

/** All stays at one target are one line. */
function stayLanes(stays: readonly Stay[], today: number): Lane[] {
  const targets = [...new Set(stays.map(({ target }) => target))]
  return targets.map(target => ({
    label: target,
    spans: stays
      .filter(stay => stay.target === target)
      .map(({ from, until, by, kind, reason }) => ({
        kind: 'production',
        from: Date.parse(from),
        to: until === undefined ? Math.max(today, Date.parse(from)) : Date.parse(until),
        title: [
          `In production at ${target} from ${day(from)} ${until === undefined ? 'on' : `to ${day(until)}`}`,
          `${kind === 'promotion' ? 'promoted' : 'gone back to'}${by === undefined ? '' : ` by ${by}`}`,
          ...(reason === undefined ? [] : [reason]),
        ].join(', '),
      })),
    marks: [],
  }))
}

const waiverLane = ({ at, until = at, text }: LifeEvent): Lane => ({
  label: 'Waiver',
  spans: [
    {
      kind: 'waiver',
      from: Date.parse(at),
      to: Math.max(Date.parse(until), Date.parse(at)),
      title: `Waiver until ${day(until)}: ${text}`,
    },
  ],
  marks: [],
})

function decisionLane({ events }: ModelLife): Lane[] {
  const marks = events
    .filter(({ type, until }) => type !== 'waiver' || until === undefined)
    .map(({ type, at, text }) => ({
      kind: type,
      at: Date.parse(at),
      title: `${capital(type)} on ${day(at)}${text === '' ? '' : `: ${text}`}`,
    }))
  return marks.length === 0 ? [] : [{ label: 'Decisions', spans: [], marks }]
}

/** A date as people write it, without its time. */
export const day = (at: string): string => at.slice(0, 10)
const short = (sha256: string) => sha256.slice(0, 8)
const capital = (word: string) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`
