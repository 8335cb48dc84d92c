import type { Settings } from '../../settings/schema.ts'
import type { Need } from './need.ts'

/** Columns that say more of a row than truth and prediction, whatever the task: those that the settings name. */
export function attributesOf({ weight, cluster, latency }: Settings['certify']): Need[] {
  return [
    ...(weight === undefined ? [] : [weightNeed(weight)]),
    ...(cluster === undefined ? [] : [clusterNeed(cluster)]),
    ...(latency === undefined ? [] : [latencyNeed(latency)]),
  ]
}

const weightNeed = (column: string): Need => ({
  role: 'weight',
  column,
  cells: 'weight',
  side: 'attribute',
  holds: 'how much a row counts',
  title: 'Weights',
  expected: 'a number above 0',
  hint: 'Leave rows that do not count out of the hold-out',
})

const clusterNeed = (column: string): Need => ({
  role: 'cluster',
  column,
  cells: 'key',
  side: 'attribute',
  holds: 'what rows belong together by, such as the customer',
  title: 'Clusters',
  expected: 'a name',
  hint: 'Give a row that belongs with no other a name of its own',
})

const latencyNeed = (column: string): Need => ({
  role: 'latency',
  column,
  cells: 'amount',
  side: 'attribute',
  holds: 'how many milliseconds a prediction took',
  title: 'Latencies',
  expected: 'a number of at least 0',
  hint: 'Write the milliseconds that each prediction took, with a decimal point',
})
