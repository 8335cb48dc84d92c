import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { setAlias } from '../../src/mlflow/aliases.ts'
import { openArtifacts } from '../../src/mlflow/artifacts/open-artifacts.ts'
import { type Client, mlflowClient } from '../../src/mlflow/client.ts'
import { connectionFrom, type Environment } from '../../src/mlflow/connection.ts'
import { createExperiment } from '../../src/mlflow/experiments.ts'
import { createModelVersion } from '../../src/mlflow/model-versions.ts'
import { createRun, logBatch, type Run } from '../../src/mlflow/runs.ts'
import { ROOT } from '../harness/credit.ts'

const file = (name: string) => readFileSync(join(ROOT, 'examples/credit', name))

/** The files of the credit model as they are logged, by path in the run. */
export const LOGGED: Readonly<Record<string, Uint8Array>> = {
  'model/MLmodel': Buffer.from('flavors:\n  python_function:\n    loader_module: mlflow.sklearn\n'),
  'model/model.joblib': file('model-champion.joblib'),
  'model/parts/a ä+b.txt': Buffer.from('a part\n'),
  'predictions.csv': file('predictions-champion.csv'),
}

/** A client of a server that a test has started. */
export const clientOf = async (environment: Environment): Promise<Client> =>
  mlflowClient(await connectionFrom(environment), { second: 500 })

/** Registers the credit model on a server as a version more: a run with metrics, files, predictions beside them, and the alias. */
export async function register(
  client: Client,
  experiment: string,
  alias: string,
): Promise<{ run: Run; version: string }> {
  const run = await createRun(client, { experiment, name: alias, tags: {}, at: 1_795_000_000_000 })
  const artifacts = await openArtifacts(client, run.artifacts, { environment: {}, of: 'the run' })
  for (const [path, content] of Object.entries(LOGGED))
    await artifacts.write(path, { bytes: content.length, open: () => Readable.from([content], { objectMode: false }) })
  await logBatch(client, run, [{ key: 'auc', value: 0.8, timestamp: 1, step: 0 }], {})
  const { version } = await createModelVersion(client, {
    name: 'credit',
    source: `${run.artifacts}/model`,
    run: run.id,
  })
  await setAlias(client, 'credit', alias, version)
  return { run, version }
}

/** Sends what our own client has no call for. */
export async function post(
  url: string,
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<void> {
  const response = await fetch(`${url}/api/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
}

/** An experiment and a registered model, both without content. */
export async function prepare(client: Client, headers: Record<string, string> = {}): Promise<string> {
  const experiment = await createExperiment(client, 'credit')
  await post(client.server, '2.0/mlflow/registered-models/create', { name: 'credit' }, headers)
  return experiment
}
