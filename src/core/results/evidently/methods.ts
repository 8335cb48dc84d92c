/** How a score is held against its threshold where a column has drifted. */
type Direction = '<' | '<=' | '>' | '>='

/** Statistical tests of Evidently by id: name that reports show, and how each decides (evidently/legacy/calculations/stattests, 0.7.21). */
const METHODS: Readonly<Record<string, readonly [display: string, drifted: Direction]>> = {
  TVD: ['Total-Variation-Distance', '<'],
  abs_text_content_drift: ['Absolute text content drift', '>'],
  anderson: ['Anderson-Darling', '<'],
  chisquare: ['chi-square p_value', '<'],
  cramer_von_mises: ['Cramer-von Mises', '<='],
  ed: ['Energy-distance', '>'],
  empirical_mmd: ['empirical_mmd', '<'],
  es: ['Epps-Singleton', '<'],
  fisher_exact: ["Fisher's Exact test", '<'],
  g_test: ['g_test', '<'],
  hellinger: ['Hellinger distance', '>='],
  jensenshannon: ['Jensen-Shannon distance', '>='],
  kl_div: ['Kullback-Leibler divergence', '>='],
  ks: ['K-S p_value', '<='],
  mannw: ['Mann-Whitney U-rank test', '<'],
  psi: ['PSI', '>='],
  t_test: ['t_test', '<'],
  wasserstein: ['Wasserstein distance (normed)', '>='],
  z: ['Z-test p_value', '<'],
}

const BY_NAME = new Map(
  Object.entries(METHODS).flatMap(([id, [display, drifted]]) => {
    const method = { id, drifted }
    return [
      [id, method],
      [display, method],
    ]
  }),
)

/** A method by its id or by the name that reports show: Evidently writes the one or the other. */
export const evidentlyMethod = (name: string): { readonly id: string; readonly drifted: Direction } | undefined =>
  BY_NAME.get(name)
