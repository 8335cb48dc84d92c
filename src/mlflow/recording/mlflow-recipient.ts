import type { MlflowConnection } from '../../core/settings/connections/mlflow.ts'
import type { Recipient, RunContext, ToldCertification } from '../../ports.ts'
import { mlflowClient } from '../client.ts'
import { connectionFrom, type Environment } from '../connection.ts'
import { tagLoggedModel } from '../logged-models.ts'
import { tagModelVersion } from '../model-versions.ts'
import { BATCH, logBatch } from '../runs.ts'
import { keepRecord } from './keep-record.ts'
import { metricsOf } from './metrics-of.ts'
import { recordMove } from './record-move.ts'
import { recordRevocation } from './record-revocation.ts'
import { recordedOn } from './recorded-on.ts'
import { NOTHING, tagsOf } from './tags-of.ts'

/**
 * Records every certification where the model is registered: files, metrics and tags on the run, tags on the version and on the logged
 * model. What is promoted, demoted and revoked is said on the versions that were tagged so.
 */
export async function mlflowRecipient(
  settings: MlflowConnection,
  environment: Environment,
  { commit }: RunContext,
): Promise<Recipient> {
  const client = mlflowClient(await connectionFrom(environment))
  return {
    name: `MLflow ${client.server}`,
    async tell(told) {
      if (told.kind === 'certification') return record(told)
      if (told.kind === 'promotion') return recordMove(client, told.pointer)
      return told.kind === 'revocation' ? recordRevocation(client, told) : undefined
    },
  }

  async function record(told: ToldCertification): Promise<string> {
    const { run, version, loggedModel } = await recordedOn(client, settings, told, environment)
    const folder = run && (await keepRecord(client, run, told.record, environment))
    const tags = tagsOf(told, { address: folder && `runs:/${run.id}/${folder}`, commit })
    if (run) {
      const metrics = metricsOf(told.evidence, told.at)
      for (let i = 0; i === 0 || i < metrics.length; i += BATCH.metrics)
        await logBatch(client, run, metrics.slice(i, i + BATCH.metrics), i === 0 ? changed(tags, run.tags) : {})
    }
    const decided = Object.keys(tags).length > 0
    if (loggedModel !== undefined && decided) await tagLoggedModel(client, loggedModel, tags)
    if (version) {
      // What is no certificate is said first, and a certificate last: an interrupted run leaves no "certified" that is not so.
      const inOrder = Object.entries(changed(tags, version.tags)).toSorted(
        ([a], [b]) => Number(isStatus(a)) - Number(isStatus(b)),
      )
      if (tags['proofmark.status'] !== 'certified') inOrder.reverse()
      for (const [key, value] of inOrder) await tagModelVersion(client, version, key, value)
    }
    return [
      ...(run ? [`${folder === undefined ? 'metrics' : folder} on the run ${run.id}`] : []),
      ...(version && decided ? [`tags on version ${version.version} of ${version.name}`] : []),
      ...(loggedModel !== undefined && decided ? [`tags on the logged model ${loggedModel}`] : []),
      ...(run ? [] : ["no files and metrics, since no run is named ('connections.mlflow.run')"]),
    ].join(', ')
  }
}

/** Tags that are not yet as they shall be; one that says nothing need not be set where there is none. */
const changed = (tags: Readonly<Record<string, string>>, now: ReadonlyMap<string, string>) =>
  Object.fromEntries(Object.entries(tags).filter(([key, value]) => (now.get(key) ?? NOTHING) !== value))

const isStatus = (key: string) => key === 'proofmark.status'
