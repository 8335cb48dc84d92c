import { ADDRESS_FORM, isModelAddress } from '../mlflow/model-address.ts'
import type { SourceKind } from './source-kind.ts'

/** Files of versions, logged models and runs of MLflow's. */
export const mlflow: SourceKind = {
  kind: 'mlflow',
  form: ADDRESS_FORM,
  recognises: path => isModelAddress(path),
  open: async ({ environment }) => (await import('../mlflow/mlflow-source.ts')).mlflowSource(environment),
}
