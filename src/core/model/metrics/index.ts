/** The metrics of every task, by the task's id. */
export * as binary from './binary/index.ts'
export * as evaluation from './evaluation/index.ts'
export * as forecasting from './forecasting/index.ts'
export * as multiclass from './multiclass/index.ts'
export * as multilabel from './multilabel/index.ts'
export * as ranking from './ranking/index.ts'
export * as regression from './regression/index.ts'
