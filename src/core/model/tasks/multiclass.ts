import type { Check } from '../../evidence.ts'
import type { Settings } from '../../settings/schema.ts'
import { grouped } from '../../wording/grouped.ts'
import { alikeNames } from '../classes/alike-names.ts'
import { classFigures } from '../classes/class-figures.ts'
import { classesOf, placesOf } from '../classes/classes-of.ts'
import { knownClasses } from '../classes/known-classes.ts'
import { manyClasses } from '../classes/many-classes.ts'
import { mostProbable } from '../classes/most-probable.ts'
import type { MulticlassEvaluation } from '../classes/multiclass-evaluation.ts'
import { namedColumns } from '../classes/named-columns.ts'
import { summingToOne } from '../classes/summing-to-one.ts'
import { unlikeClasses } from '../classes/unlike-classes.ts'
import { classCostsOf } from '../costs/class-costs-of.ts'
import { costMatrix } from '../costs/cost-matrix.ts'
import { leastExpectedCost } from '../costs/least-expected-cost.ts'
import { differences } from '../differences.ts'
import { isGap } from '../estimators/gap.ts'
import { counted } from '../format.ts'
import * as metrics from '../metrics/multiclass/index.ts'
import type { Need } from '../predictions/need.ts'
import type { PredictionSource } from '../predictions/prediction-source.ts'
import type { At, Reading } from '../predictions/reading.ts'
import { namesOf, numbersOf, type Rows } from '../predictions/rows.ts'
import { defineTask } from '../task.ts'
import { LEAST_OF_CLASS, LEAST_ROWS } from './least-rows.ts'

type Columns = Pick<Settings['certify'], 'label' | 'predicted' | 'probabilities'>

/** Classes of which top-k accuracy looks at the most probable. */
const K = 3

/** The column of the predicted class, undefined where it is the most probable one. */
const predictedColumn = ({ predicted, probabilities }: Columns) =>
  predicted ?? (probabilities ? undefined : 'predicted')

function reading(columns: Columns): Reading {
  const { label, probabilities } = columns
  const predicted = predictedColumn(columns)
  return {
    needs: [
      LABEL(label),
      ...(predicted === undefined ? [] : [PREDICTED(predicted)]),
      ...probabilityNeeds(probabilities),
    ],
    faults: (source, rows, at) => faults(source, rows, at, columns),
    ...(probabilities ? {} : { unlike: unlikeClasses }),
    about: rows => `a class and a prediction; ${counted(classesOf(rows, columns).length, 'class', 'classes')}`,
  }
}

function faults(source: PredictionSource, rows: Rows, at: At, columns: Columns): Check[] {
  const { label, probabilities } = columns
  const classes = classesOf(rows, columns)
  if (!probabilities) return [...manyClasses(source, classes), ...alikeNames(source, classes)].slice(0, 1)
  const predicted = predictedColumn(columns)
  return [
    ...knownClasses(source, namesOf(rows, 'label'), at, { classes, column: label, of: 'label' }),
    ...(predicted === undefined
      ? []
      : knownClasses(source, namesOf(rows, 'predicted'), at, { classes, column: predicted, of: 'predicted' })),
    ...summingToOne(source, probabilitiesOf(rows, classes), at),
  ]
}

/** More than two classes, the predicted one and perhaps the probabilities of all. */
export const multiclass = defineTask<MulticlassEvaluation>({
  id: 'multiclass',
  title: 'Classification into several classes',
  metrics: Object.values(metrics),
  reading,
  evaluate,
  shortage({ n, classes, truth }) {
    const rows = new Uint32Array(classes.length)
    for (const place of truth) rows[place] = (rows[place] ?? 0) + 1
    const fewest = Math.min(...rows)
    const name = classes[rows.indexOf(fewest)]
    return n < LEAST_ROWS || fewest < LEAST_OF_CLASS || classes.length < 2
      ? `Expected at least ${LEAST_ROWS} rows and ${LEAST_OF_CLASS} of each of several classes but found ${counted(n, 'row')}, ${grouped(fewest)} of class '${name?.slice(0, 40)}'`
      : undefined
  },
  figures: (model, { level }) => classFigures(model, level),
  decisions(rows, settings) {
    const { classes, predicted } = evaluate(rows, settings)
    return Array.from(predicted, place => classes[place] ?? '')
  },
  rowErrors(rows, settings) {
    const { truth, predicted } = evaluate(rows, settings)
    return Float64Array.from(truth, (place, row) => Number(place !== predicted[row]))
  },
  savings(rows, settings) {
    const model = evaluate(rows, settings)
    const { probabilities, costs, classes, n } = model
    const own = classCostsOf(model)
    const matrix = costs && costMatrix(costs, classes)
    if (!probabilities || !matrix || isGap(matrix) || isGap(own)) return undefined
    const other = classCostsOf({ ...model, predicted: leastExpectedCost(probabilities, matrix, n) })
    return isGap(other) ? undefined : differences(own.values, other.values)
  },
})

function evaluate(rows: Rows, settings: Settings['certify']): MulticlassEvaluation {
  const classes = classesOf(rows, settings)
  const probabilities = settings.probabilities && probabilitiesOf(rows, classes)
  return {
    n: rows.n,
    classes,
    truth: placesOf(rows, 'label', classes),
    predicted: rows.columns.has('predicted')
      ? placesOf(rows, 'predicted', classes)
      : mostProbable(probabilities ?? [], rows.n),
    ...(probabilities ? { probabilities } : {}),
    ...(settings['class-costs'] ? { costs: settings['class-costs'] } : {}),
    k: settings.k ?? K,
  }
}

const probabilitiesOf = (rows: Rows, classes: readonly string[]) =>
  classes.map((_, i) => numbersOf(rows, `probabilities.${i + 1}`))

const LABEL = (column: string): Need => ({
  role: 'label',
  column,
  cells: 'class',
  side: 'truth',
  holds: 'the true class',
  title: 'Labels',
  expected: 'a class',
  hint: 'Label these rows, or leave them out of the hold-out',
})

const PREDICTED = (column: string): Need => ({
  role: 'predicted',
  column,
  cells: 'class',
  side: 'output',
  holds: 'the predicted class',
  title: 'Predictions',
  expected: 'a class',
  hint: 'Write the predicted class of every row',
})

const probabilityNeeds = (written: readonly string[] = []): Need[] =>
  namedColumnsOrNone(written).map(({ name, column }, i) => ({
    role: `probabilities.${i + 1}`,
    setting: 'probabilities',
    column,
    cells: 'probability',
    side: 'output',
    holds: `the probability of class '${name}'`,
    title: `Probabilities of class '${name}'`,
    expected: 'a probability from 0 to 1',
    hint: 'Write the probability of every class for every row, with a decimal point',
  }))

const namedColumnsOrNone = (written: readonly string[]) => (written.length === 0 ? [] : namedColumns(written))
