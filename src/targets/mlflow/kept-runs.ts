import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { UserError } from '../../core/user-error.ts'
import type { ArtifactFolder } from '../../mlflow/artifacts/artifact-folder.ts'
import { openArtifacts } from '../../mlflow/artifacts/open-artifacts.ts'
import type { Client, Upload } from '../../mlflow/client.ts'
import type { Environment } from '../../mlflow/connection.ts'
import { createExperiment, findExperiment } from '../../mlflow/experiments.ts'
import { createModelVersion } from '../../mlflow/model-versions.ts'
import { createRun, endRun, type Run, searchRuns } from '../../mlflow/runs.ts'
import type { KeptFile, Registry } from './registry.ts'
import { EXPERIMENT } from './tags.ts'

/** Runs of one tag whose files are read, the newest. */
const READ = 5

/** The runs of the experiment `proofmark`, in which promotions keep their records and the models they upload. */
export function keptRuns(
  client: Client,
  name: string,
  environment: Environment,
): Pick<Registry, 'keep' | 'addVersion' | 'kept'> {
  const open = ({ id, artifacts }: Run) =>
    openArtifacts(client, artifacts, { environment, of: `the run ${id}`, experiment: EXPERIMENT })

  return {
    async keep({ files, ...made }) {
      const experiment = (await findExperiment(client, EXPERIMENT)) ?? (await makeExperiment(client))
      const run = await createRun(client, { ...made, experiment, at: Date.now() })
      const folder = await open(run)
      for (const file of files) await folder.write(file.path, await contentOf(file))
      await endRun(client, run.id, 'FINISHED', Date.now())
      return { id: run.id, artifacts: run.artifacts }
    },

    addVersion: ({ id, artifacts }, folder, description) =>
      createModelVersion(client, { name, source: `${artifacts}/${folder}`, run: id, description }),

    async kept({ key, value }, path, maxBytes) {
      const experiment = await findExperiment(client, EXPERIMENT)
      if (experiment === undefined) return []
      const filter = `tags.\`${key}\` = '${value}'`
      const texts: string[] = []
      for (const run of await searchRuns(client, { experiments: [experiment], filter, most: READ })) {
        const text = await textOf(await open(run), path, maxBytes)
        if (text !== undefined) texts.push(text)
      }
      return texts
    },
  }
}

/** A file as text; undefined where there is none, or none that small. */
async function textOf(folder: ArtifactFolder, path: string, maxBytes: number): Promise<string | undefined> {
  const parent = path.slice(0, Math.max(0, path.lastIndexOf('/')))
  if (!(await folder.list(parent)).some(entry => entry.path === path && (entry.bytes ?? 0) <= maxBytes))
    return undefined
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of (await folder.read(path, 0)).bytes) {
    length += piece.length
    if (length > maxBytes) return undefined
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString('utf8')
}

/** Somebody else may be making it this moment. */
async function makeExperiment(client: Client): Promise<string> {
  try {
    return await createExperiment(client, EXPERIMENT)
  } catch (error) {
    const made = error instanceof UserError ? await findExperiment(client, EXPERIMENT) : undefined
    if (made === undefined) throw error
    return made
  }
}

async function contentOf(file: KeptFile): Promise<Upload> {
  if ('content' in file) return { bytes: file.content.length, open: () => Readable.from([file.content]) }
  const { size } = await stat(file.file)
  return { bytes: size, open: () => createReadStream(file.file) }
}
