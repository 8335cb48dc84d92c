import type { Material } from '../core/evidence.ts'
import type { ModelResult } from '../core/model/result.ts'
import type { Settings } from '../core/settings/schema.ts'
import { UserError } from '../core/user-error.ts'
import type { Ports, ProgramEnd } from '../ports.ts'

type Predict = NonNullable<Settings['certify']['predict']>

export interface MadePredictions {
  readonly materials: Material[]
  readonly predicting: NonNullable<ModelResult['predicting']>
}

/** Beside the evidence: everything that the command said. */
const OUTPUT = 'predict.log'

/**
 * Has the user's command write the predictions. A file that was there before is taken away first, so that nothing old passes for
 * what this model says.
 */
export async function makePredictions(
  predict: Predict,
  predictions: string,
  { programs, files, log, sha256 }: Ports,
  out: string,
): Promise<MadePredictions> {
  const { command, folder, environment, 'max-seconds': seconds, inputs } = predict
  const materials = await digestsOf(inputs ?? [], files)
  await files.remove(predictions)
  log.progress(`${command.join(' ')} …`)
  const end = await programs.run({ command, folder, environment, seconds })
  await files.write(`${out}/${OUTPUT}`, end.output)
  if (!('exitCode' in end && end.exitCode === 0)) throw failed(command, end, `${out}/${OUTPUT}`)
  if (!(await files.exists(predictions)))
    throw new UserError(
      'predict.no-file',
      `Expected ${command.join(' ')} to write ${predictions} but it ended without it`,
      {
        hint: `Have the command write that path, seen from the folder of the settings; what it said is in ${out}/${OUTPUT}`,
      },
    )
  const digest = sha256(JSON.stringify({ command, folder, environment }))
  return { materials, predicting: { command, folder, environment, digest: { sha256: digest } } }
}

async function digestsOf(inputs: readonly string[], files: Ports['files']): Promise<Material[]> {
  const names = inputs.length === 0 ? [] : await files.list(inputs)
  return Promise.all(
    names.map(async name => {
      const { sha256, bytes } = await files.digest(name)
      return { name, role: 'input' as const, digest: { sha256 }, bytes }
    }),
  )
}

function failed(command: readonly string[], end: ProgramEnd, output: string): UserError {
  const name = command.join(' ')
  const said = lastLine(end.output)
  const told = said === undefined ? '' : `: ${said}`
  const hint = `Run it by hand to see why; what it said is in ${output}`
  if ('stopped' in end)
    return new UserError(
      'predict.time',
      `Expected ${name} to end within ${end.stopped} seconds but it did not${told}`,
      {
        hint: `${hint}. Where it needs longer, raise 'certify.predict.max-seconds'`,
      },
    )
  if ('exitCode' in end)
    return new UserError(
      'predict.failed',
      `Expected ${name} to succeed but it ended with code ${end.exitCode}${told}`,
      {
        hint,
      },
    )
  return new UserError('predict.not-started', `Expected to start ${name} but could not: ${end.cannotStart}`, {
    kind: 'environment',
    hint: `Install it in a step before, or give its path in 'certify.predict.command'`,
  })
}

/** The last line that says something, cut short. */
const lastLine = (output: string): string | undefined =>
  output
    .split(/\r?\n/)
    .map(line => line.trim())
    .findLast(line => line !== '')
    ?.slice(0, 300)
