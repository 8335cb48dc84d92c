import type { RecipientKind } from './recipient-kind.ts'

/** Records decisions on the run, the version and the logged model in MLflow. */
export const mlflow: RecipientKind<'mlflow'> = {
  key: 'mlflow',
  open: async (settings, { environment, context }) =>
    (await import('../mlflow/recording/mlflow-recipient.ts')).mlflowRecipient(settings, environment, context),
}
