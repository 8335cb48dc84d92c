import { z } from 'zod'

/** What is recorded on in MLflow. Where MLflow is, and who asks, its own environment variables say: a settings file that a pull request may change must not send credentials anywhere. */
export const MlflowConnection = z.strictObject({
  model: z
    .string()
    .regex(/^models:\/[^/].*$/, { error: 'Write models:/NAME/7, models:/NAME@ALIAS or models:/m-ID' })
    .max(1024)
    .optional()
    .meta({ description: 'Version or logged model that is judged, where `model.files` names files of the workspace' }),
  run: z.string().min(1).max(64).optional().meta({
    description: 'Id of the run that evidence is kept on; else the run that made the version, else MLFLOW_RUN_ID',
  }),
})
export type MlflowConnection = z.infer<typeof MlflowConnection>
