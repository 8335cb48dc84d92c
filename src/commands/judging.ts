import type { Check } from '../core/evidence.ts'
import { Settings } from '../core/settings/schema.ts'
import { type SectionRules, sectionAsBase, sectionChanges } from './section-bar.ts'

type Certify = Settings['certify']

/** What claims are decided by is as much a part of the bar as they are. */
const RULES: SectionRules<Certify> = {
  name: 'certify',
  decided: 'claims are',
  judged: 'The model is',
  bar: [
    'claims',
    'level',
    'costs',
    'class-costs',
    'weight',
    'cluster',
    'slices',
    'groups',
    'favourable',
    'looks',
    'anchor',
    'tolerance',
    'k',
    'beta',
    'top',
    'quantile',
    'season',
    'horizon',
  ],
  kept: ['train', 'repeat', 'perturbed'],
  untold: ['claims', 'predictions', 'champion', 'predict', 'onnx', 'attributes', 'train', 'repeat', 'perturbed'],
}

/** The pull request's settings, judged by the base branch's bar. */
export const judgedAsBase = (head: Certify, base: Certify): Certify =>
  Settings.shape.certify.parse(sectionAsBase(head, base, RULES))

/** Other changes to how a model is judged: those to the bar wait for the merge, those that come with the model take effect. */
export const judgingChanges = (base: Certify, head: Certify, path: string): Check[] =>
  sectionChanges(base, head, RULES, path)
