/** Metrics that reference and current are compared by. */
export const PERFORMANCE_METRIC_IDS = ['auc', 'accuracy', 'precision', 'recall', 'f1', 'brier', 'log-loss'] as const

export type PerformanceMetricId = (typeof PERFORMANCE_METRIC_IDS)[number]
