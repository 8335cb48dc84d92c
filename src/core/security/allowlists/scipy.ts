import { defineAllowList } from './allow-list.ts'

const KINDS = ['bsr', 'coo', 'csc', 'csr', 'dia', 'lil']

/** Sparse matrices and splines. Never `scipy.stats` distributions: setting their state runs code that the state spells. */
export const scipy = defineAllowList({
  library: 'scipy',
  versions: ['1.11.4', '1.17.1'],
  names: {
    ...Object.fromEntries(KINDS.map(kind => [`scipy.sparse._${kind}`, `${kind}_matrix ${kind}_array`] as const)),
    'scipy.sparse._dok': 'dok_matrix[BD] dok_array[BD]',
    'scipy.interpolate._bsplines': 'BSpline',
    'scipy._lib.array_api_compat.numpy._aliases': 'asarray[V]',
  },
})
