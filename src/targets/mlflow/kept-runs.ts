import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { UserError } from '../../core/user-error.ts'
import type { Client, Upload } from '../../mlflow/client.ts'
import { Answers, isAbsent, versionOf } from './answers.ts'
import type { KeptFile, RecordRun, Registry } from './registry.ts'
import { EXPERIMENT } from './tags.ts'

/** Runs of one tag whose files are read. */
const READ = 5

/** The runs of the experiment `proofmark`, in which promotions keep their records and the models they upload. */
export function keptRuns(client: Client, name: string): Pick<Registry, 'keep' | 'addVersion' | 'kept'> {
  const { ask } = client
  const needs = `EDIT on the experiment ${EXPERIMENT}`
  const folders = new Map<string, string>()

  return {
    async keep({ name: run_name, tags, files }) {
      const experiment_id = (await experiment()) ?? (await makeExperiment())
      const { run } = await ask({
        method: 'POST',
        path: 'mlflow/runs/create',
        body: {
          experiment_id,
          run_name,
          start_time: Date.now(),
          tags: Object.entries(tags).map(([key, value]) => ({ key, value })),
        },
        answer: Answers.run,
        once: true,
        doing: `make a run in the experiment ${EXPERIMENT}`,
        needs,
      })
      folders.set(run.info.run_id, run.info.artifact_uri)
      for (const file of files)
        await client.upload(pathOf(run.info.artifact_uri, file.path), await contentOf(file), {
          doing: `upload ${file.path}`,
          needs,
        })
      await ask({
        method: 'POST',
        path: 'mlflow/runs/update',
        body: { run_id: run.info.run_id, status: 'FINISHED', end_time: Date.now() },
        answer: Answers.nothing,
        doing: `end the run ${run.info.run_id}`,
        needs,
      })
      return { id: run.info.run_id }
    },

    async addVersion({ id: run_id }: RecordRun, folder, description) {
      const { model_version } = await ask({
        method: 'POST',
        path: 'mlflow/model-versions/create',
        body: { name, source: `${folders.get(run_id)}/${folder}`, run_id, description },
        answer: Answers.version,
        once: true,
        doing: `make a version of ${name}`,
        needs: `EDIT on the registered model ${name}`,
      })
      return versionOf(model_version)
    },

    async kept({ key, value }, path, maxBytes) {
      const experiment_id = await experiment()
      if (experiment_id === undefined) return []
      const { runs } = await ask({
        method: 'POST',
        path: 'mlflow/runs/search',
        body: {
          experiment_ids: [experiment_id],
          filter: `tags.\`${key}\` = '${value}'`,
          max_results: READ,
          order_by: ['attributes.start_time DESC'],
        },
        answer: Answers.runs,
        doing: `search the experiment ${EXPERIMENT}`,
        needs: `READ on the experiment ${EXPERIMENT}`,
      })
      const texts: string[] = []
      for (const { info } of runs) {
        const text = await textOf(pathOf(info.artifact_uri, path), maxBytes)
        if (text !== undefined) texts.push(text)
      }
      return texts
    },
  }

  async function textOf(path: string, maxBytes: number): Promise<string | undefined> {
    try {
      const { bytes } = await client.download(path, 0, { doing: `read ${path}`, needs })
      const pieces: Uint8Array[] = []
      let length = 0
      for await (const piece of bytes) {
        length += piece.length
        if (length > maxBytes) return undefined
        pieces.push(piece)
      }
      return Buffer.concat(pieces).toString('utf8')
    } catch (error) {
      if (error instanceof UserError && error.code === 'mlflow.missing') return undefined
      throw error
    }
  }

  async function experiment(): Promise<string | undefined> {
    const found = await ask({
      method: 'GET',
      path: 'mlflow/experiments/get-by-name',
      query: { experiment_name: EXPERIMENT },
      answer: Answers.experiment.or(Answers.absent),
      refusal: refusal => (isAbsent(refusal) ? { means: { absent: true } } : undefined),
      doing: `find the experiment ${EXPERIMENT}`,
      needs: `READ on the experiment ${EXPERIMENT}`,
    })
    return 'experiment' in found ? found.experiment.experiment_id : undefined
  }

  /** Somebody else may be making it this moment. */
  async function makeExperiment(): Promise<string> {
    const made = await ask({
      method: 'POST',
      path: 'mlflow/experiments/create',
      body: { name: EXPERIMENT },
      answer: Answers.madeExperiment.or(Answers.absent),
      refusal: ({ code }) => (code === 'RESOURCE_ALREADY_EXISTS' ? { means: { absent: true } } : undefined),
      doing: `make the experiment ${EXPERIMENT}`,
    })
    const id = 'experiment_id' in made ? made.experiment_id : await experiment()
    if (id !== undefined) return id
    throw new UserError('mlflow.experiment', `Expected the experiment ${EXPERIMENT} but it was deleted`, {
      hint: `Restore it, or delete it for good: its name is taken (MLflow at ${client.server})`,
      kind: 'environment',
    })
  }
}

const pathOf = (uri: string, path: string): string =>
  `mlflow-artifacts/artifacts/${`${uri.replace(/^mlflow-artifacts:\/(?:\/[^/]*\/)?/, '')}/${path}`.split('/').map(encodeURIComponent).join('/')}`

async function contentOf(file: KeptFile): Promise<Upload> {
  if ('content' in file) return { bytes: file.content.length, open: () => Readable.from([file.content]) }
  const { size } = await stat(file.file)
  return { bytes: size, open: () => createReadStream(file.file) }
}
