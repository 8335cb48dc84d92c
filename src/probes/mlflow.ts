import { isModelAddress } from '../mlflow/model-address.ts'
import type { ProbeKind } from './probe-kind.ts'
import { withClock } from './with-clock.ts'

/** Asks MLflow where the environment, the settings' connections or the model's files name it. */
export const mlflow: ProbeKind = {
  async open({ environment, settings }) {
    const files = (settings?.model.files ?? []).filter(isModelAddress)
    const connection = settings?.connections.mlflow
    if (!environment.MLFLOW_TRACKING_URI && connection === undefined && files.length === 0) return []
    const { mlflowProbe } = await import('../mlflow/mlflow-probe.ts')
    return [withClock(mlflowProbe({ connection, files }, environment), environment.MLFLOW_TRACKING_URI)]
  },
}
