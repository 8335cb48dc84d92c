import { z } from 'zod'
import { MlflowConnection } from './connections/mlflow.ts'

/** Systems outside that are told of every decision, one key each; what they are asked with (tokens, passwords) is in the environment only. */
export const Connections = z.strictObject({
  mlflow: MlflowConnection.optional().meta({
    description:
      'Evidence, certificate, tags and metrics go to the run and the version; MLFLOW_TRACKING_URI says where',
  }),
})
