import { grouped } from '../../wording/grouped.ts'
import type { Source } from '../content/source.ts'
import type { Finding, Inspection, InspectionContext } from '../format.ts'
import { withModules } from '../hdf5/keras-config.ts'
import { judge } from '../judge.ts'
import { inspectConfig } from '../keras/inspect-config.ts'
import { leavesFolder } from '../leaves-folder.ts'
import { printable } from '../printable.ts'
import { readJson } from '../strict-json.ts'
import { FILE_INPUTS, isGivenPath } from './follow-path.ts'
import operators from './operators.json' with { type: 'json' }
import { type Graphs, readGraphs } from './read-graphs.ts'

const KNOWN = new Set(operators.tensorflow.split(' '))
const HINTS = {
  finding: 'Export the model again without the operation, its pre-processing outside of the graph',
  doubt: 'Export the model again with a current TensorFlow',
}

/** Walks a SavedModel: every operation of every graph and function, and where the paths of those on files come from. */
export function inspectSavedModel(source: Source, { hear }: InspectionContext): Inspection {
  const graphs = readGraphs(source, hear)
  const functions = new Set(graphs.scopes.map(({ name }) => name))
  const findings: Finding[] = []
  const used = new Set<string>()
  const unknown = new Set<string>()
  for (const scope of graphs.scopes) {
    for (const { op, offset, inputs } of scope.nodes.values()) {
      used.add(op)
      const files = Object.hasOwn(FILE_INPUTS, op) ? FILE_INPUTS[op] : undefined
      const isGiven = files?.every(place => isGivenPath(graphs, scope, inputs[place] ?? ''))
      if (isGiven || unknown.has(op) || (!files && (KNOWN.has(op) || functions.has(op)))) continue
      if (!files) unknown.add(op)
      const reason = files
        ? 'is given a path that the model itself holds, not one of its own files'
        : 'is an operation that is not known only to compute'
      findings.push({ offset, name: printable(op), reason })
    }
  }
  for (const [name, file] of graphs.assets)
    if (leavesFolder(file))
      findings.push({
        offset: 0,
        name: printable(file),
        reason: `is the asset of ${printable(name)} and lies outside the model's folder`,
      })
  const layers = judgeMetadata(graphs.metadata)
  findings.push(...layers.findings)
  const nodes = graphs.scopes.reduce((count, scope) => count + scope.nodes.size, 0)
  const doubts = graphs.fault === undefined ? [] : [`Expected a SavedModel but ${graphs.fault}`]
  doubts.push(...layers.doubts)
  if (graphs.fault === undefined && nodes === 0) doubts.push('Expected a SavedModel but it has no operation')
  return judge({
    findings: findings.toSorted((a, b) => a.offset - b.offset),
    doubts,
    harmless: `${grouped(nodes)} operations of ${used.size} kinds, all of which only compute or save and restore the model's own files`,
    hints: HINTS,
  })
}

/** Layers of Keras whose configuration is Python code. */
const OF_CODE = /(?:^|\.)(?:Lambda|TFOpLambda|__lambda__)$/

/** What Keras would make of its metadata: code is found, any class that is not Keras' own is a doubt. */
function judgeMetadata(metadata: Graphs['metadata']) {
  const findings: Finding[] = []
  const doubts: string[] = []
  for (const { offset, bytes } of metadata) {
    const json = readJson(bytes)
    const found = json ? inspectConfig(withModules(json.value), json.text).findings : []
    findings.push(...found.filter(({ name }) => OF_CODE.test(name)).map(finding => ({ ...finding, offset })))
    const [other] = found
    if (!json)
      doubts.push(`Expected the metadata at byte ${offset} to be JSON that every parser reads alike but it is not`)
    else if (other) doubts.push(`Expected only Keras' own layers in its metadata but ${other.name} ${other.reason}`)
  }
  return { findings, doubts }
}
