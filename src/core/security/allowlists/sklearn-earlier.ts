import { defineAllowList } from './allow-list.ts'

/** Names of scikit-learn before 1.3 that later versions no longer write. */
export const sklearnEarlier = defineAllowList({
  library: 'scikit-learn',
  versions: ['1.2'],
  names: {
    'sklearn.metrics._dist_metrics': 'EuclideanDistance[B]',
    'sklearn.metrics._scorer': '_passthrough_scorer[V]',
  },
  states: { 'sklearn.metrics._dist_metrics:EuclideanDistance': [['float', 'array', 'array']] },
})
