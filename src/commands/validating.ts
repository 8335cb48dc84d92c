import type { Check } from '../core/evidence.ts'
import { Settings } from '../core/settings/schema.ts'
import { type SectionRules, sectionAsBase, sectionChanges } from './section-bar.ts'

type Data = Settings['data']

const RULES: SectionRules<Data> = {
  name: 'data',
  decided: 'results of other tools are',
  judged: 'Data is',
  bar: ['result-thresholds'],
  kept: ['results', 'dvc'],
  untold: ['files', 'results', 'shard', 'merge'],
}

/** The pull request's data, by the base branch's thresholds; the results, and the data of DVC's, that it looks at are not left out. */
export const validatedAsBase = (head: Data, base: Data): Data =>
  Settings.shape.data.parse(sectionAsBase(head, base, RULES))

/** What a pull request would change about how data is judged, and what it changes. */
export const validatingChanges = (base: Data, head: Data, path: string): Check[] =>
  sectionChanges(base, head, RULES, path)
