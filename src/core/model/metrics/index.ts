/** The metrics of every task, by the task's id. */
export * as binary from './binary/index.ts'
