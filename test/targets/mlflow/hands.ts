import { z } from 'zod'

const Created = z.object({ experiment_id: z.string() })
const Run = z.object({ run: z.object({ info: z.object({ run_id: z.string(), artifact_uri: z.string() }) }) })
const Made = z.object({ model_version: z.object({ version: z.string() }) })
const Alias = z.object({ model_version: z.object({ version: z.string() }) })

/** Files by path. */
type Content = Readonly<Record<string, string | Uint8Array>>

/** What others do at a tracking server, by its REST interface and none of our code: train, register, move aliases, overwrite, delete. */
export interface Hands {
  /** By who administers it. */
  createUser(username: string, password: string): Promise<void>
  createModel(name: string): Promise<void>
  /** Trains: a run with these artifacts, registered as a version, and others beside it; returns it, with the way to its artifacts. */
  register(model: string, files: Content, beside?: Content): Promise<{ version: string; folder: string }>
  overwrite(folder: string, path: string, content: string): Promise<void>
  setAlias(model: string, alias: string, version: string): Promise<void>
  /** Undefined where it is not set, or points nowhere. */
  alias(model: string, alias: string): Promise<string | undefined>
  tag(model: string, version: string, key: string, value: string): Promise<void>
  tags(model: string, version: string): Promise<Readonly<Record<string, string>>>
  deleteVersion(model: string, version: string): Promise<void>
}

export function handsAt(url: string, user?: { readonly username: string; readonly password: string }): Hands {
  const authorization = user && `Basic ${Buffer.from(`${user.username}:${user.password}`).toString('base64')}`
  const headers = { ...(authorization === undefined ? {} : { authorization }) }
  const ask = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const response = await fetch(`${url}/api/2.0/${path}`, {
      method,
      headers: { ...headers, 'content-type': 'application/json' },
      ...(body === undefined
        ? {}
        : { body: typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
    return text === '' ? {} : JSON.parse(text)
  }
  let trained = 0
  return {
    createUser: async (username, password) => void (await ask('POST', 'mlflow/users/create', { username, password })),
    createModel: async name => void (await ask('POST', 'mlflow/registered-models/create', { name })),
    async register(name, files, beside = {}) {
      trained += 1
      const experiment = `training ${name} ${trained}`
      const { experiment_id } = Created.parse(await ask('POST', 'mlflow/experiments/create', { name: experiment }))
      const { info } = Run.parse(await ask('POST', 'mlflow/runs/create', { experiment_id, start_time: 1 })).run
      const run = `mlflow-artifacts/artifacts/${info.artifact_uri.replace(/^mlflow-artifacts:\//, '')}`
      const folder = `${run}/model`
      for (const [path, content] of Object.entries(files)) await ask('PUT', `${folder}/${path}`, content)
      for (const [path, content] of Object.entries(beside)) await ask('PUT', `${run}/${path}`, content)
      const source = `${info.artifact_uri}/model`
      const made = await ask('POST', 'mlflow/model-versions/create', { name, source, run_id: info.run_id })
      return { version: Made.parse(made).model_version.version, folder }
    },
    overwrite: async (folder, path, content) => void (await ask('PUT', `${folder}/${path}`, content)),
    setAlias: async (name, alias, version) =>
      void (await ask('POST', 'mlflow/registered-models/alias', { name, alias, version })),
    async alias(name, alias) {
      const query = new URLSearchParams({ name, alias })
      try {
        return Alias.parse(await ask('GET', `mlflow/registered-models/alias?${query}`)).model_version.version
      } catch (error) {
        if (/: 40[04] /.test(String(error))) return undefined
        throw error
      }
    },
    tag: async (name, version, key, value) =>
      void (await ask('POST', 'mlflow/model-versions/set-tag', { name, version, key, value })),
    async tags(name, version) {
      const query = new URLSearchParams({ name, version })
      const Tags = z.object({
        model_version: z.object({ tags: z.array(z.object({ key: z.string(), value: z.string() })).default([]) }),
      })
      const { tags } = Tags.parse(await ask('GET', `mlflow/model-versions/get?${query}`)).model_version
      return Object.fromEntries(tags.map(({ key, value }) => [key, value]))
    },
    deleteVersion: async (name, version) =>
      void (await ask('DELETE', 'mlflow/model-versions/delete', { name, version })),
  }
}
