import { z } from 'zod'
import type { Source } from '../content/source.ts'
import { type Inspection, type InspectionContext, inconclusive, passed } from '../format.ts'
import { hdf5 } from '../formats/hdf5.ts'
import { npz } from '../formats/npz.ts'
import { hearWhole } from '../hear-whole.ts'
import { heldText } from '../held-text.ts'
import { isText } from '../is-text.ts'
import { readJson } from '../strict-json.ts'
import type { Archive } from '../zip/archive.ts'
import { combine, type Part } from '../zip/combine.ts'
import { inspectMembers } from '../zip/inspect-members.ts'
import { inspectConfig } from './inspect-config.ts'

const MAX_FINDINGS = 100
const SAVE_AGAIN = 'Save the model again with model.save of a current Keras'
const SAFER = 'Have the model built of layers that Keras has, or keep its weights only'

const Metadata = z.strictObject({ keras_version: z.string(), date_saved: z.string() })

/** Inspects a Keras 3 file: the classes of its configuration, its weights, and that there is nothing else. */
export async function inspectKeras(archive: Archive, context: InspectionContext): Promise<Inspection> {
  const { parts, fault, limit } = await inspectMembers(archive, context, ({ name }, content, inMember) =>
    inspectMember(name, content, inMember),
  )
  const needed = ['config.json', 'metadata.json'].filter(name => !parts.some(part => part.name === name))
  const missing = needed.map(
    (name): Part => ({
      name,
      inspection: inconclusive('Expected a file that every Keras model has but there is none', SAVE_AGAIN),
    }),
  )
  const globals = parts.find(({ name }) => name === 'config.json')?.inspection.globals ?? 0
  return combine(
    [...parts, ...missing],
    fault,
    `Makes ${globals} kinds of object, all of Keras' own, and restores their weights`,
    limit,
  )
}

const unlike = (expected: string) => inconclusive(`Expected ${expected} but found something else`, SAVE_AGAIN)

function inspectMember(name: string, content: Source, context: InspectionContext): Inspection | Promise<Inspection> {
  if (name.endsWith('.json') || name.startsWith('assets/')) hearWhole(context.hear, content)
  if (name === 'config.json') return inspectConfigFile(content)
  if (name === 'metadata.json')
    return Metadata.safeParse(readJson(heldText(content))?.value).success
      ? passed('')
      : unlike('the metadata that Keras writes')
  if (name === 'model.weights.h5' && hdf5.recognise(content)) return hdf5.inspect(content, context)
  if (name === 'model.weights.npz' && npz.recognise(content)) return npz.inspect(content, context)
  if (name.startsWith('assets/') && (content.size === 0 || isText(content))) return passed('')
  return unlike('only what Keras writes')
}

function inspectConfigFile(content: Source): Inspection {
  const json = readJson(heldText(content))
  if (!json) return unlike('a configuration that every parser reads alike')
  const { findings, globals } = inspectConfig(json.value, json.text)
  const [first] = findings
  if (!first) return globals > 0 ? passed('', globals) : unlike('the configuration of a model')
  const more = findings.length > 1 ? ` (and ${findings.length - 1} more)` : ''
  return {
    status: 'fail',
    reason: `Expected a configuration of Keras' own objects but ${first.name} ${first.reason}${more}`,
    hint: SAFER,
    findings: findings.slice(0, MAX_FINDINGS),
    found: findings.length,
    globals,
    soundApart: true,
  }
}
