import { z } from 'zod'
import type { Client } from '../client.ts'
import type { ArtifactFolder, ArtifactWorld } from './artifact-folder.ts'

const Listing = z.object({
  files: z
    .array(
      z.object({
        path: z.string().min(1),
        is_dir: z.boolean().default(false),
        file_size: z.coerce.number().int().nonnegative().optional(),
      }),
    )
    .default([]),
})

/** Artifacts that the server hands on from wherever it keeps them. */
export function proxiedArtifacts(
  client: Client,
  address: string,
  root: string,
  { of, experiment }: ArtifactWorld,
): ArtifactFolder {
  const base = root.replace(/^\/+|\/+$/g, '')
  const whole = (path: string) => [base, path].filter(part => part !== '').join('/')
  const endpoint = (path: string) =>
    `mlflow-artifacts/artifacts/${whole(path).split('/').map(encodeURIComponent).join('/')}`
  const needs = (permission: string) =>
    `${permission} on ${experiment === undefined ? 'its experiment' : `the experiment ${experiment}`}`

  return {
    address,

    async list(path) {
      const { files } = await client.ask({
        method: 'GET',
        path: 'mlflow-artifacts/artifacts',
        query: { path: whole(path) },
        answer: Listing,
        doing: `list the files of ${of}`,
        needs: needs('READ'),
      })
      return files.map(file => {
        const name = file.path.slice(file.path.lastIndexOf('/') + 1)
        return { path: path === '' ? name : `${path}/${name}`, folder: file.is_dir, bytes: sizeOf(file) }
      })
    },

    read: (path, from) =>
      client.download(endpoint(path), from, { doing: `read ${path} of ${of}`, needs: needs('READ') }),

    write: (path, content) =>
      client.upload(endpoint(path), content, { doing: `write ${path} of ${of}`, needs: needs('EDIT') }),

    here: () => undefined,
  }
}

const sizeOf = ({ is_dir, file_size }: { is_dir: boolean; file_size?: number | undefined }) =>
  is_dir ? undefined : file_size
