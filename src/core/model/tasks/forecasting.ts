import type { Settings } from '../../settings/schema.ts'
import { crossedIntervals } from '../errors/crossed-intervals.ts'
import { evaluateErrors } from '../errors/evaluate-errors.ts'
import { numberNeeds } from '../errors/number-needs.ts'
import { residualFigures } from '../errors/residual-figures.ts'
import { blocksOfTime } from '../forecasts/blocks-of-time.ts'
import type { ForecastEvaluation } from '../forecasts/forecast-evaluation.ts'
import { laterHistory } from '../forecasts/later-history.ts'
import { momentsOf } from '../forecasts/moments-of.ts'
import { timeFaults } from '../forecasts/time-faults.ts'
import { withScales } from '../forecasts/with-scales.ts'
import { counted } from '../format.ts'
import * as metrics from '../metrics/forecasting/index.ts'
import type { Need } from '../predictions/need.ts'
import type { Reading } from '../predictions/reading.ts'
import { numbersOf } from '../predictions/rows.ts'
import { defineTask } from '../task.ts'
import { LEAST_ROWS } from './least-rows.ts'

type Certify = Settings['certify']

const reading = (settings: Certify): Reading => ({
  needs: [...numberNeeds(settings), ...placeNeeds(settings)],
  faults(source, rows, at) {
    const { lower, upper, time } = settings
    const isBounded = lower !== undefined && upper !== undefined
    return [
      ...timeFaults(source, rows, at, time),
      ...(isBounded
        ? crossedIntervals(source, { lower: numbersOf(rows, 'lower'), upper: numbersOf(rows, 'upper') }, at, upper)
        : []),
    ]
  },
  about: () => 'a time, a true and a predicted number',
})

/** Of a history, as of a hold-out but for what was predicted. */
const pastReading = (settings: Certify): Reading => ({
  needs: [...numberNeeds(settings).filter(({ side }) => side === 'truth'), ...placeNeeds(settings)],
  faults: (source, rows, at) => timeFaults(source, rows, at, settings.time),
  about: () => 'a time and a true number',
})

/** Numbers of series are predicted ahead of their time. */
export const forecasting = defineTask<ForecastEvaluation>({
  id: 'forecasting',
  title: 'Forecasting',
  metrics: Object.values(metrics),
  reading,
  history: {
    reading: pastReading,
    extend: (rows, history, { season }) => withScales(rows, history, season),
    faults: laterHistory,
  },
  evaluate: (rows, settings) => ({
    ...evaluateErrors(rows, settings),
    ...(rows.columns.has('scale')
      ? { scales: numbersOf(rows, 'scale'), squaredScales: numbersOf(rows, 'squared-scale') }
      : {}),
  }),
  dependence(rows, { errors }, { horizon }) {
    const moments = momentsOf(rows)
    return {
      clusters: blocksOfTime(moments, errors),
      ...(horizon === undefined ? {} : { forecast: { moments, horizon } }),
    }
  },
  shortage: ({ n }) =>
    n < LEAST_ROWS ? `Expected at least ${LEAST_ROWS} rows but found ${counted(n, 'row')}` : undefined,
  figures: ({ errors }) => residualFigures(errors),
})

/** Where a row stands in its series. */
const placeNeeds = ({ series, time }: Certify): Need[] => [
  ...(series === undefined ? [] : [SERIES(series)]),
  {
    role: 'time',
    column: time,
    cells: 'instant',
    side: 'truth',
    holds: 'the time of the row',
    title: 'Times',
    expected: 'a number, or a date as in 2026-01-31 or 2026-01-31T12:00:00Z',
    hint: 'Write the time of every row in one of these ways, the same for all',
  },
]

const SERIES = (column: string): Need => ({
  role: 'series',
  column,
  cells: 'key',
  side: 'truth',
  holds: 'the series that the row belongs to',
  title: 'Series',
  expected: 'the name of a series',
  hint: 'Name the series of every row',
})
