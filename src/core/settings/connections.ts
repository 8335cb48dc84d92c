import { z } from 'zod'
import { GrafanaConnection } from './connections/grafana.ts'
import { LakefsConnection } from './connections/lakefs.ts'
import { MlflowConnection } from './connections/mlflow.ts'
import { PushgatewayConnection } from './connections/pushgateway.ts'
import { RemoteWriteConnection } from './connections/remote-write.ts'
import { TextfileConnection } from './connections/textfile.ts'

/** Systems outside that are told of every decision, one key each; what they are asked with (tokens, passwords) is in the environment only. */
export const Connections = z.strictObject({
  pushgateway: PushgatewayConnection.optional().meta({ description: 'Metrics go to a Pushgateway' }),
  textfile: TextfileConnection.optional().meta({ description: 'Metrics go to a folder of the textfile collector' }),
  'remote-write': RemoteWriteConnection.optional().meta({ description: 'Metrics go to a server by remote write' }),
  grafana: GrafanaConnection.optional().meta({
    description: 'Promotions are marked in Grafana, by the service account whose token is in GRAFANA_TOKEN',
  }),
  lakefs: LakefsConnection.optional().meta({
    description: 'Certified data is tagged in lakeFS; LAKEFS_ENDPOINT says where',
  }),
  mlflow: MlflowConnection.optional().meta({
    description:
      'Evidence, certificate, tags and metrics go to the run and the version; MLFLOW_TRACKING_URI says where',
  }),
})
