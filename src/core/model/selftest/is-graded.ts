import type { Subject } from './degradation.ts'

/** Whether rows hold grades: these say themselves how good an answer is, whatever row they stand in. */
export const isGraded = ({ task, own }: Subject): boolean => task.id === 'evaluation' && own.rows.columns.has('score')
