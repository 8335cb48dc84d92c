import type { Check } from '../core/evidence.ts'
import { Settings } from '../core/settings/schema.ts'
import { type SectionRules, sectionAsBase, sectionChanges } from './section-bar.ts'

type Drift = Settings['drift']
type Predictions = NonNullable<Drift['predictions']>

const RULES: SectionRules<Drift> = {
  name: 'drift',
  decided: 'drift is',
  judged: 'Drift is',
  bar: [
    'profile',
    'alpha',
    'max-effect',
    'methods',
    'limits',
    'calibrate',
    'critical',
    'weights',
    'max-drifted-weight',
    'on-inconclusive',
    'max-missing-change',
    'max-unseen-share',
    'result-thresholds',
  ],
  kept: ['results', 'series', 'predictions'],
  untold: ['reference', 'current', 'results', 'predictions'],
}

const PREDICTIONS: SectionRules<Predictions> = {
  name: 'drift.predictions',
  decided: 'a loss of performance is',
  judged: 'Performance is',
  bar: ['labels', 'metrics', 'slices', 'max-performance-drop', 'max-drops', 'max-decision-change'],
  kept: [],
  untold: ['reference', 'current'],
}

/** The pull request's comparison, by the base branch's thresholds; what that looks at is not left out, and its series stay its own. */
export function comparedAsBase(head: Drift, base: Drift): Drift {
  const predictions =
    head.predictions && base.predictions
      ? sectionAsBase(head.predictions, base.predictions, PREDICTIONS)
      : (head.predictions ?? base.predictions)
  return Settings.shape.drift.parse({
    ...sectionAsBase(head, base, RULES),
    ...(predictions ? { predictions } : {}),
    series: base.series ?? head.series?.map(withoutCredentials),
  })
}

type Series = NonNullable<Drift['series']>[number]

/** A server that only the pull request names is asked, but is sent nothing that environment variables hold. */
function withoutCredentials({ prometheus, ...series }: Series): Series {
  if (prometheus === undefined) return series
  const { 'token-env': _token, 'username-env': _name, 'password-env': _password, ...rest } = prometheus
  return { ...series, prometheus: rest }
}

const isAuthenticated = ({ prometheus }: Series) =>
  prometheus?.['token-env'] !== undefined || prometheus?.['username-env'] !== undefined

/** That servers which only the pull request names were asked without credentials. */
function unauthenticated({ series = [] }: Drift, file: string): Check[] {
  const names = series.filter(isAuthenticated).map(({ name }) => name)
  if (names.length === 0) return []
  return [
    {
      id: 'series.changed',
      title: 'Prometheus was asked without credentials',
      status: 'warn',
      reason: `This pull request names a server for ${names.join(', ')} that the base branch does not; what the environment holds was not sent to it`,
      hint: 'Credentials are sent after the merge: see first whose server it is',
      locations: [{ file }],
    },
  ]
}

/** What a pull request would change about how drift is judged, and what it changes. */
export const comparingChanges = (base: Drift, head: Drift, path: string): Check[] => [
  ...sectionChanges(base, head, { ...RULES, bar: base.series ? [...RULES.bar, 'series'] : RULES.bar }, path),
  ...(base.series ? [] : unauthenticated(head, path)),
  ...(base.predictions && head.predictions
    ? sectionChanges(base.predictions, head.predictions, PREDICTIONS, path)
    : []),
]
