import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Client } from '../../mlflow/client.ts'
import { UserError } from '../../core/user-error.ts'
import { Answers } from './answers.ts'
import type { StoredFile } from './registry.ts'

const MAX_FILES = 100_000
const Listing = z.object({
  files: z
    .array(z.object({ path: z.string(), is_dir: z.boolean().default(false), file_size: z.coerce.number().optional() }))
    .default([]),
})

/** The files of the versions of a registered model, wherever MLflow keeps them. */
export function versionStore(client: Client, name: string) {
  const folders = new Map<string, Promise<string>>()
  const folderOf = (version: string) => {
    const found = folders.get(version) ?? locate(version)
    folders.set(version, found)
    return found
  }
  const about = (version: string) => ({
    doing: `read the artifacts of version ${version} of ${name}`,
    needs: `READ on the experiment that keeps version ${version} of ${name}`,
  })

  return {
    async files(version: string): Promise<readonly StoredFile[]> {
      const folder = await folderOf(version)
      const files: StoredFile[] = []
      const open = ['']
      for (let below = open.pop(); below !== undefined; below = open.pop()) {
        const listed = await client.ask({
          method: 'GET',
          path: 'mlflow-artifacts/artifacts',
          query: { path: `${folder}${below}` },
          answer: Listing,
          ...about(version),
        })
        for (const { path, is_dir, file_size } of listed.files) {
          const whole = `${below}/${path}`
          if (is_dir) open.push(whole)
          else files.push({ path: whole.slice(1), bytes: file_size })
        }
        if (files.length + open.length > MAX_FILES)
          throw new UserError('mlflow.too-many', `Expected at most ${MAX_FILES} files in version ${version} of ${name}`)
      }
      return files
    },

    async digest(version: string, path: string): Promise<string> {
      const whole = `${await folderOf(version)}/${path}`.split('/').map(encodeURIComponent).join('/')
      const { bytes } = await client.download(`mlflow-artifacts/artifacts/${whole}`, 0, about(version))
      const sha256 = createHash('sha256')
      for await (const piece of bytes) sha256.update(piece)
      return sha256.digest('hex')
    },
  }

  async function locate(version: string): Promise<string> {
    const { artifact_uri } = await client.ask({
      method: 'GET',
      path: 'mlflow/model-versions/get-download-uri',
      query: { name, version },
      answer: Answers.uri,
      ...about(version),
    })
    const [, path] = /^mlflow-artifacts:\/(?:\/[^/]*\/)?(.+)$/.exec(artifact_uri) ?? []
    if (path === undefined) throw new Error(`TODO ${artifact_uri}`)
    return path
  }
}
