import { appJson } from '../apps.ts'
import { answer, type Behaviour, invalid, type World } from '../world.ts'

interface Kept {
  readonly id: number
  readonly environment: string
  readonly task: string
}

/** Deployments and their statuses, which the emulator does not know. */
export interface Deployments {
  readonly deployments: (Kept & Readonly<Record<string, unknown>>)[]
  readonly statuses: (Readonly<Record<string, unknown>> & { readonly deployment: number; readonly id: number })[]
}

export const noDeployments = (): Deployments => ({ deployments: [], statuses: [] })

const address = (world: World, path: string) => `${world.url}${world.repositoryPath}/deployments${path}`
const now = () => new Date().toISOString().replace(/\.\d+/, '')

/** As GitHub, refuses a ref that is not there. */
export const createDeployment: Behaviour = async (call, world) => {
  const body = JSON.parse(Buffer.from(call.raw).toString())
  const token = await world.upstream.tokenOf(call.caller.app)
  const commit = await world.upstream.send({
    method: 'GET',
    path: `${world.repositoryPath}/git/commits/${body.ref}`,
    token,
  })
  if (commit.status !== 200) return invalid(`No ref found for: ${body.ref}`)
  const { deployments } = world.deployments
  const id = 1000 + deployments.length
  const made = {
    id,
    node_id: `DE_${id}`,
    url: address(world, `/${id}`),
    sha: body.ref,
    ref: body.ref,
    task: body.task ?? 'deploy',
    payload: body.payload ?? {},
    original_environment: body.environment ?? 'production',
    environment: body.environment ?? 'production',
    description: body.description ?? null,
    creator: null,
    created_at: now(),
    updated_at: now(),
    statuses_url: address(world, `/${id}/statuses`),
    repository_url: `${world.url}${world.repositoryPath}`,
    performed_via_github_app: appJson(call.caller.app, world.url),
  }
  deployments.push(made)
  return answer(201, made)
}

/** Newest first. */
export const listDeployments: Behaviour = async ({ query }, world) => {
  const wanted = world.deployments.deployments.filter(
    ({ environment, task }) =>
      environment === (query.get('environment') ?? environment) && task === (query.get('task') ?? task),
  )
  return answer(200, wanted.toReversed().slice(0, Number(query.get('per_page') ?? 30)))
}

export const createDeploymentStatus: Behaviour = async (call, world) => {
  const body = JSON.parse(Buffer.from(call.raw).toString())
  const deployment = Number(call.values.deployment_id)
  if ((body.description ?? '').length > 140) return invalid('Description is too long (maximum is 140 characters)')
  const { statuses } = world.deployments
  const id = 5000 + statuses.length
  const made = {
    id,
    deployment,
    node_id: `DES_${id}`,
    state: body.state,
    creator: null,
    description: body.description ?? '',
    environment: '',
    target_url: body.log_url ?? world.url,
    log_url: body.log_url ?? world.url,
    url: address(world, `/${deployment}/statuses/${id}`),
    deployment_url: address(world, `/${deployment}`),
    repository_url: `${world.url}${world.repositoryPath}`,
    created_at: now(),
    updated_at: now(),
  }
  statuses.push(made)
  const { deployment: _, ...shown } = made
  return answer(201, shown)
}

export const listDeploymentStatuses: Behaviour = async ({ values }, world) =>
  answer(
    200,
    world.deployments.statuses
      .filter(({ deployment }) => deployment === Number(values.deployment_id))
      .map(({ deployment: _, ...shown }) => shown)
      .toReversed(),
  )
