import { grouped } from '../../wording/grouped.ts'
import type { Source } from '../content/source.ts'
import type { Finding, Inspection, InspectionContext } from '../format.ts'
import { judge } from '../judge.ts'
import { inspectConfig } from '../keras/inspect-config.ts'
import { printable } from '../printable.ts'
import { readJson } from '../strict-json.ts'
import { withModules } from './keras-config.ts'
import type { Hdf5Lead, Hdf5Outline } from './outline.ts'

const HINTS = {
  finding: 'Have the model saved again by Keras, of its own layers and with its weights inside the file',
  doubt: 'Save the model again with model.save of a current Keras, as .keras if it can be',
}
/** Attributes from which Keras builds objects. */
const CONFIGURATIONS = ['model_config', 'training_config']

/** Inspects an HDF5 file: that nothing in it lies in another file, and what Keras would build of it. */
export async function inspectHdf5(source: Source, { readHdf5, hear }: InspectionContext): Promise<Inspection> {
  const outline: Hdf5Outline = (await readHdf5?.(source)) ?? {
    groups: 0,
    datasets: 0,
    leads: [],
    attributes: {},
    texts: [],
    fault: 'nothing at hand reads HDF5',
  }
  if (hear) for (const { where, text } of outline.texts) hear(printable(where), text)
  const findings: Finding[] = outline.leads.map(lead => ({
    offset: 0,
    name: printable(lead.path),
    reason: reasonOf(lead),
  }))
  const doubts = outline.fault === undefined ? [] : [`Expected an HDF5 file but ${outline.fault}`]
  let globals = 0
  for (const name of CONFIGURATIONS) {
    if (!Object.hasOwn(outline.attributes, name)) continue
    const json = readJson(new TextEncoder().encode(outline.attributes[name] ?? ''))
    if (!json) {
      doubts.push(`Expected ${name} to be a configuration that every parser reads alike but it is not`)
      continue
    }
    const judged = inspectConfig(withModules(json.value), json.text)
    findings.push(...judged.findings.map(finding => ({ ...finding, offset: 0 })))
    globals += judged.globals
  }
  const { groups, datasets } = outline
  const built = globals > 0 ? `, and ${globals} kinds of object, all of Keras' own` : ''
  const harmless = `${grouped(datasets)} arrays in ${grouped(groups)} groups, all inside the file${built}`
  return { ...judge({ findings, doubts, harmless, hints: HINTS }), globals }
}

const REASONS: Readonly<Record<Hdf5Lead['kind'], string>> = {
  'external link': 'is a link into another file',
  'soft link': 'is a link by name, which Keras does not write',
  'external storage': 'has its data in another file',
  'virtual data set': 'is put together from other files',
  'unknown link': 'is a link of an unknown kind',
}

const reasonOf = ({ kind, target }: Hdf5Lead) =>
  target === '' ? REASONS[kind] : `${REASONS[kind]} (${printable(target)})`
