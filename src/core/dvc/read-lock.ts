import { readYaml } from '../documents/read-yaml.ts'
import { validate } from '../documents/validate.ts'
import { folderOf, joinPath } from './join-path.ts'
import type { DvcOutput } from './output.ts'
import { outputOf } from './output-of.ts'
import type { Pipeline } from './read-pipeline.ts'
import { LockSchema } from './schema.ts'

/** What the stages of a `dvc.lock` have made; `pipeline` is the `dvc.yaml` beside it, which alone says what is kept where. */
export function readLock(name: string, text: string, pipeline: Pipeline): DvcOutput[] {
  const document = readYaml(name, text, { texts: true })
  const { stages } = validate(LockSchema, document, 'dvc.lock')
  const here = folderOf(name)
  return Object.entries(stages).flatMap(([stage, { outs }]) => {
    const said = pipeline.stage(stage)
    const folder = said?.wdir === undefined ? here : (joinPath(here, said.wdir) ?? here)
    return outs.map((out, i) => {
      const output = outputOf(out, { document, at: ['stages', stage, 'outs', i], folder, stage })
      return { ...output, ...said?.kept(out.path) }
    })
  })
}
