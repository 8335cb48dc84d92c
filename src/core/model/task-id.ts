/** Kinds of prediction. */
export const TASK_IDS = [
  'binary',
  'multiclass',
  'multilabel',
  'regression',
  'forecasting',
  'ranking',
  'evaluation',
] as const
