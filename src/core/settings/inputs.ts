import type { Settings } from './schema.ts'

type Section = keyof Settings
type KeysOf<T> = {
  [K in Extract<keyof T, string>]: T[K] extends Readonly<Record<string, unknown>>
    ? `${K}.${Extract<keyof T[K], string>}`
    : K
}[Extract<keyof T, string>]
type SettingPath = { [S in Section]: `${S}.${KeysOf<Settings[S]>}` }[Section]

/** An input of an action, and the flag of the same name: where in the settings its value goes. */
export interface Input {
  readonly name: string
  readonly setting: SettingPath
  /** Name of the flag where it differs: a list's flag is given once per item. */
  readonly flag?: string
  /** The program takes it without a flag. */
  readonly positional?: boolean
}

const model: Input = { name: 'model', setting: 'model.files' }

/** The settings each command takes as inputs; an action works by these alone, without a proofmark.yml. */
export const INPUTS = {
  'data-validate': [
    { name: 'data', setting: 'data.files' },
    { name: 'contract', setting: 'data.contract' },
    { name: 'shard', setting: 'data.shard' },
    { name: 'merge', setting: 'data.merge' },
    { name: 'results', setting: 'data.results' },
    model,
  ],
  'model-certify': [
    { name: 'predictions', setting: 'certify.predictions' },
    { name: 'champion', setting: 'certify.champion' },
    { name: 'task', setting: 'certify.task' },
    { name: 'id', setting: 'certify.id' },
    { name: 'label', setting: 'certify.label' },
    { name: 'score', setting: 'certify.score' },
    { name: 'predicted', setting: 'certify.predicted' },
    { name: 'probabilities', setting: 'certify.probabilities' },
    { name: 'lower', setting: 'certify.lower' },
    { name: 'upper', setting: 'certify.upper' },
    { name: 'query', setting: 'certify.query' },
    { name: 'series', setting: 'certify.series' },
    { name: 'time', setting: 'certify.time' },
    { name: 'history', setting: 'certify.history' },
    { name: 'season', setting: 'certify.season' },
    { name: 'horizon', setting: 'certify.horizon' },
    { name: 'latency', setting: 'certify.latency' },
    { name: 'tokens', setting: 'certify.tokens' },
    { name: 'cost', setting: 'certify.cost' },
    { name: 'refused', setting: 'certify.refused' },
    { name: 'unsafe', setting: 'certify.unsafe' },
    { name: 'k', setting: 'certify.k' },
    { name: 'beta', setting: 'certify.beta' },
    { name: 'top', setting: 'certify.top' },
    { name: 'tolerance', setting: 'certify.tolerance' },
    { name: 'quantile', setting: 'certify.quantile' },
    { name: 'positive', setting: 'certify.positive' },
    { name: 'weight', setting: 'certify.weight' },
    { name: 'cluster', setting: 'certify.cluster' },
    { name: 'threshold', setting: 'certify.threshold' },
    { name: 'level', setting: 'certify.level' },
    { name: 'claims', setting: 'certify.claims', flag: 'claim' },
    { name: 'attributes', setting: 'certify.attributes' },
    { name: 'slices', setting: 'certify.slices', flag: 'slice' },
    { name: 'groups', setting: 'certify.groups', flag: 'group' },
    { name: 'favourable', setting: 'certify.favourable' },
    { name: 'train', setting: 'certify.train' },
    { name: 'repeat', setting: 'certify.repeat' },
    { name: 'perturbed', setting: 'certify.perturbed' },
    model,
  ],
  'security-scan': [
    { name: 'paths', setting: 'security.paths', positional: true },
    { name: 'data', setting: 'data.files' },
    { name: 'contract', setting: 'data.contract' },
    { name: 'sensitive-data', setting: 'security.sensitive-data' },
    { name: 'quasi-identifiers', setting: 'security.quasi-identifiers' },
    { name: 'min-k', setting: 'security.min-k' },
    { name: 'min-l', setting: 'security.min-l' },
    { name: 'vulnerabilities', setting: 'security.vulnerabilities' },
    { name: 'osv-url', setting: 'security.osv-url' },
    { name: 'secrets-baseline', setting: 'security.secrets.baseline' },
    { name: 'known-vulnerabilities', setting: 'policy.known-vulnerabilities' },
    { name: 'max-seconds', setting: 'security.max-seconds' },
    { name: 'max-memory', setting: 'security.max-memory' },
    { name: 'max-depth', setting: 'security.max-depth' },
    { name: 'max-ratio', setting: 'security.max-ratio' },
    model,
  ],
  'drift-compare': [
    { name: 'reference', setting: 'drift.reference' },
    { name: 'current', setting: 'drift.current' },
    { name: 'columns', setting: 'drift.columns' },
    { name: 'ignore', setting: 'drift.ignore' },
    { name: 'profile', setting: 'drift.profile' },
    { name: 'alpha', setting: 'drift.alpha' },
    { name: 'max-effect', setting: 'drift.max-effect' },
    { name: 'calibrate', setting: 'drift.calibrate' },
    { name: 'critical', setting: 'drift.critical' },
    { name: 'max-drifted-weight', setting: 'drift.max-drifted-weight' },
    { name: 'on-inconclusive', setting: 'drift.on-inconclusive' },
    { name: 'max-missing-change', setting: 'drift.max-missing-change' },
    { name: 'max-unseen-share', setting: 'drift.max-unseen-share' },
    { name: 'results', setting: 'drift.results' },
    model,
  ],
  'audit-record': [
    model,
    { name: 'model-name', setting: 'model.name' },
    { name: 'model-version', setting: 'model.version' },
    { name: 'release', setting: 'record.release' },
    { name: 'timestamp-authority', setting: 'record.timestamp-authority' },
    { name: 'attestations', setting: 'record.attestations' },
    { name: 'require', setting: 'policy.require' },
    { name: 'validity-days', setting: 'policy.validity-days' },
  ],
  gate: [{ name: 'release', setting: 'record.release' }],
} as const satisfies Record<string, readonly Input[]>

export type CommandName = keyof typeof INPUTS

export const inputsOf = (command: CommandName): readonly Input[] => INPUTS[command]
