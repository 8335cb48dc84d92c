import { z } from 'zod'
import type { Client } from './client.ts'

/** What a permission is on. */
export type Resource =
  | { readonly type: 'experiment'; readonly id: string }
  | { readonly type: 'registered_model'; readonly id: string }

/** What a user may do: a permission of MLflow's, `default` where the server has no word of it and does as it is configured, `unknown` where it tells no one. */
export type Permission = 'READ' | 'USE' | 'EDIT' | 'MANAGE' | 'NO_PERMISSIONS' | 'default' | 'unknown'

const Level = z.enum(['READ', 'USE', 'EDIT', 'MANAGE', 'NO_PERMISSIONS'])
const Granted = z.object({ permission: Level }).optional()

const Listed = z
  .object({
    user: z.object({
      is_admin: z.boolean().default(false),
      experiment_permissions: z.array(z.object({ experiment_id: z.string(), permission: Level })).default([]),
      registered_model_permissions: z.array(z.object({ name: z.string(), permission: Level })).default([]),
    }),
  })
  .optional()

/** What a user may do with a resource, as the user itself may ask: newer servers answer for one resource, older ones list all. */
export async function permissionOf(client: Client, username: string, resource: Resource): Promise<Permission> {
  const none = { means: undefined }
  const doing = `ask what ${username} may do`
  const granted = await client.ask({
    method: 'GET',
    api: '3.0',
    path: 'mlflow/users/permissions/get',
    query: { username, resource_type: resource.type, resource_id: resource.id },
    answer: Granted,
    refusal: () => none,
    doing,
  })
  if (granted !== undefined) return granted.permission
  const listed = await client.ask({
    method: 'GET',
    path: 'mlflow/users/get',
    query: { username },
    answer: Listed,
    refusal: () => none,
    doing,
  })
  if (listed === undefined) return 'unknown'
  const { user } = listed
  if (user.is_admin) return 'MANAGE'
  const own =
    resource.type === 'experiment'
      ? user.experiment_permissions.find(each => each.experiment_id === resource.id)
      : user.registered_model_permissions.find(each => each.name === resource.id)
  return own?.permission ?? 'default'
}
