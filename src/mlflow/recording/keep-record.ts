import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { UserError } from '../../core/user-error.ts'
import type { ToldCertification } from '../../ports.ts'
import { openArtifacts } from '../artifacts/open-artifacts.ts'
import type { Client } from '../client.ts'
import type { Environment } from '../connection.ts'
import type { Run } from '../runs.ts'

/**
 * Keeps the files of a decision on a run, in a folder of the decision's own: `proofmark/<sha256 of the certificate or refusal>`. What is
 * there already is left as it is. Gives the folder's path; undefined where there is nothing to keep.
 */
export async function keepRecord(
  client: Client,
  run: Run,
  record: ToldCertification['record'],
  environment: Environment,
): Promise<string | undefined> {
  const [first] = record
  if (first === undefined) return undefined
  const folder = `proofmark/${createHash('sha256').update(first.content).digest('hex')}`
  const of = `the run ${run.id}`
  const artifacts = await openArtifacts(client, run.artifacts, { environment, of, experiment: run.experiment })
  const there = new Map((await artifacts.list(folder)).map(({ path, bytes }) => [path, bytes]))
  for (const { name, content } of record) {
    const path = `${folder}/${name}`
    if (!there.has(path))
      await artifacts.write(path, {
        bytes: content.length,
        open: () => Readable.from([content], { objectMode: false }),
      })
    else if (there.get(path) !== undefined && there.get(path) !== content.length)
      throw new UserError('mlflow.taken', `Expected ${path} of ${of} to be free, or ours, but it has other bytes`, {
        kind: 'environment',
        hint: 'Find out who wrote it: nothing there is overwritten',
      })
  }
  return folder
}
