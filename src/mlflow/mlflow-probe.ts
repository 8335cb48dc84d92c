import type { MlflowConnection } from '../core/settings/connections/mlflow.ts'
import { UserError } from '../core/user-error.ts'
import type { Finding, Probe } from '../ports/probe.ts'
import { openArtifacts } from './artifacts/open-artifacts.ts'
import { type Client, mlflowClient } from './client.ts'
import { connectionFrom, type Environment } from './connection.ts'
import { mayAsk } from './experiments.ts'
import { findVersion } from './find-model.ts'
import { isModelAddress, type ModelAddress, modelAddress } from './model-address.ts'
import { getRun } from './runs.ts'
import { type Permission, permissionOf, type Resource } from './users.ts'

/** What of the settings says which model and which run are asked about. */
export interface Probed {
  readonly connection: MlflowConnection | undefined
  /** Addresses that the settings name as the model's files. */
  readonly files: readonly string[]
}

/** Asks a tracking server for its version, with the credentials, and what they may do with the model and the run that the settings name. */
export function mlflowProbe({ connection = {}, files }: Probed, environment: Environment): Probe {
  return {
    name: `MLflow ${environment.MLFLOW_TRACKING_URI ? shown(environment.MLFLOW_TRACKING_URI) : '(no address)'}`,

    async ask() {
      const findings: Finding[] = []
      const asked = async (what: string, ask: () => Promise<Finding | readonly Finding[]>) => {
        const found = await ask().catch((error: unknown): Finding => failed(what, error))
        findings.push(...[found].flat())
        return findings.every(({ status }) => status !== 'fail')
      }
      let client: Client | undefined
      await asked('address', async () => {
        client = mlflowClient(await connectionFrom(environment))
        return addressFinding(await client.version(), client.server, environment)
      })
      const server = client
      if (!server || findings.some(({ status }) => status === 'fail')) return findings
      if (!(await asked('credentials', () => credentialsFinding(server, environment)))) return findings
      const { MLFLOW_TRACKING_USERNAME: username } = environment
      const addresses = [connection.model, ...files].filter(each => each !== undefined).filter(isModelAddress)
      for (const address of addresses)
        await asked('model', () => modelFindings(server, modelAddress(address), username))
      const run = connection.run ?? environment.MLFLOW_RUN_ID
      if (run) await asked('run', () => runFindings(server, run, username, environment))
      return findings
    },
  }
}

function addressFinding(version: string | undefined, server: string, environment: Environment): Finding[] {
  const plain = /^http:\/\/(?!localhost|127\.|\[::1\])/.test(server)
  const secret = environment.MLFLOW_TRACKING_PASSWORD || environment.MLFLOW_TRACKING_TOKEN
  const old = version !== undefined && Number.parseInt(version, 10) < 2
  return [
    version === undefined
      ? {
          asked: 'version',
          status: 'warn',
          found: 'It does not say its version',
          remedy: 'Check that it is MLflow: look-alikes may lack aliases',
        }
      : {
          asked: 'version',
          status: old ? 'warn' : 'ok',
          found: `MLflow ${version}`,
          ...(old ? { remedy: 'Update it: Proofmark is tested with 2.22 and 3.x' } : {}),
        },
    ...(plain && secret
      ? [
          {
            asked: 'encryption',
            status: 'warn',
            found: 'The credentials go to it unencrypted',
            remedy: 'Put it behind https',
          } as const,
        ]
      : []),
  ]
}

async function credentialsFinding(client: Client, environment: Environment): Promise<Finding> {
  await mayAsk(client)
  const { MLFLOW_TRACKING_USERNAME: username, MLFLOW_TRACKING_TOKEN: token } = environment
  const who = username ? `as ${username}` : token ? 'by token' : 'without credentials'
  return { asked: 'credentials', status: 'ok', found: `It answers ${who}` }
}

async function modelFindings(client: Client, address: ModelAddress, username: string | undefined): Promise<Finding[]> {
  if (address.of !== 'version' && address.of !== 'alias') return []
  const { name, version } = await findVersion(client, address)
  const found: Finding = { asked: 'model', status: 'ok', found: `${name} has version ${version}` }
  return [found, ...(await permissionFinding(client, username, { type: 'registered_model', id: name }))]
}

async function runFindings(
  client: Client,
  id: string,
  username: string | undefined,
  environment: Environment,
): Promise<Finding[]> {
  const run = await getRun(client, id)
  const of = `the run ${run.id}`
  const folder = await openArtifacts(client, run.artifacts, { environment, of, experiment: run.experiment })
  await folder.list('')
  const found: Finding = { asked: 'run', status: 'ok', found: `The run ${run.id} and its files can be read` }
  return [found, ...(await permissionFinding(client, username, { type: 'experiment', id: run.experiment }))]
}

/** Whether the user may record there. Nothing is found where no user is named: then it is not the server itself that decides. */
async function permissionFinding(client: Client, username: string | undefined, resource: Resource): Promise<Finding[]> {
  if (!username) return []
  const permission = await permissionOf(client, username, resource)
  const what = `the ${resource.type.replace('_', ' ')} ${resource.id}`
  const remedy = `Give ${username} EDIT on ${what}`
  const asked = 'may write'
  if (MAY_WRITE.has(permission)) return [{ asked, status: 'ok', found: `${username} has ${permission} on ${what}` }]
  if (permission === 'default')
    return [{ asked, status: 'warn', found: `${username} has no permission of its own on ${what}`, remedy }]
  if (permission === 'unknown')
    return [{ asked, status: 'warn', found: `It does not say what ${username} may do with ${what}`, remedy }]
  return [{ asked, status: 'fail', found: `${username} has ${permission} on ${what}`, remedy }]
}

const MAY_WRITE: ReadonlySet<Permission> = new Set<Permission>(['EDIT', 'MANAGE'])

function failed(asked: string, error: unknown): Finding {
  if (!(error instanceof UserError)) throw error
  return { asked, status: 'fail', found: error.message, remedy: error.hint }
}

/** An address without what it may hold of a name and password. */
const shown = (address: string) => address.replace(/\/\/[^/@]*@/, '//')
