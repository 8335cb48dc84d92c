import type { MlflowConnection } from '../../core/settings/connections/mlflow.ts'
import { UserError } from '../../core/user-error.ts'
import type { ToldCertification } from '../../ports.ts'
import type { Client } from '../client.ts'
import type { Environment } from '../connection.ts'
import { findVersion } from '../find-model.ts'
import { getLoggedModel } from '../logged-models.ts'
import { isModelAddress, type ModelAddress, modelAddress } from '../model-address.ts'
import type { ModelVersion } from '../model-versions.ts'
import { getRun, type Run } from '../runs.ts'

/** What a decision is recorded on, as far as there is any of it. */
export interface RecordedOn {
  readonly run: Run | undefined
  readonly version: ModelVersion | undefined
  /** Id of the logged model. */
  readonly loggedModel: string | undefined
}

/** Finds what a decision is about: what the settings name, else where the model's files came from. */
export async function recordedOn(
  client: Client,
  settings: MlflowConnection,
  { evidence }: Pick<ToldCertification, 'evidence'>,
  environment: Environment,
): Promise<RecordedOn> {
  const addresses = settings.model === undefined ? originsOf(evidence) : [modelAddress(settings.model)]
  const version = await versionOf(client, addresses)
  const loggedModel = version?.loggedModel ?? addresses.find(each => each.of === 'logged-model')?.id
  const maker = version?.run ?? (loggedModel && (await getLoggedModel(client, loggedModel)).run)
  const origin = addresses.find(each => each.of === 'run')?.id
  const id = settings.run ?? maker ?? origin ?? (environment.MLFLOW_RUN_ID || undefined)
  const run = id === undefined ? undefined : await getRun(client, id)
  if (run || version || loggedModel) return { run, version, loggedModel }
  throw new UserError(
    'mlflow.nothing-named',
    'Expected a run or a version of MLflow to record the decision on but found none',
    {
      hint: "Give 'model.files' as models:/NAME@ALIAS, or name 'connections.mlflow.model' or 'connections.mlflow.run', or set MLFLOW_RUN_ID",
    },
  )
}

async function versionOf(client: Client, addresses: readonly ModelAddress[]): Promise<ModelVersion | undefined> {
  for (const address of addresses)
    if (address.of === 'version' || address.of === 'alias') return findVersion(client, address)
  return undefined
}

/** Where the files came from that were judged. A model of more than one version is none that a decision could be recorded on. */
function originsOf(evidence: ToldCertification['evidence']): ModelAddress[] {
  const pinned = evidence.flatMap(({ subject }) => subject.flatMap(({ origin }) => origin?.pinned ?? []))
  const models = new Map<string, ModelAddress>()
  for (const address of pinned.filter(isModelAddress).map(modelAddress))
    if (address.of !== 'store') models.set(JSON.stringify({ ...address, path: '' }), address)
  if (models.size > 1)
    throw new UserError(
      'mlflow.many-models',
      `Expected the model's files to be of one version but they are of ${models.size}`,
      { hint: "Name the one to record the decision on as 'connections.mlflow.model'" },
    )
  return [...models.values()]
}
