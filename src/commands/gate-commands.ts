import type { GateName } from '../core/evidence.ts'
import type { Settings } from '../core/settings/schema.ts'
import type { GateCommand } from './produce-evidence.ts'

/** A gate of which is known when it has something to do, before its code is loaded. */
export interface ListedGate<Gate extends GateName = GateName> extends GateCommand<Gate> {
  /** Whether the settings give it something to look at. */
  isConfigured(settings: Settings): boolean
}

const dataValidate: ListedGate<'data-validate'> = {
  gate: 'data-validate',
  isConfigured: ({ data: { files, contract, results, dvc } }) =>
    [files, contract, results, dvc].some(setting => setting !== undefined),
  find: async (...given) => (await import('./data-validate.ts')).dataValidate.find(...given),
}

const modelCertify: ListedGate<'model-certify'> = {
  gate: 'model-certify',
  isConfigured: ({ certify: { predictions, champion, claims } }) =>
    [predictions, champion, claims].some(setting => setting !== undefined),
  find: async (...given) => (await import('./model-certify.ts')).modelCertify.find(...given),
}

const securityScan: ListedGate<'security-scan'> = {
  gate: 'security-scan',
  isConfigured: ({ model, security }) =>
    [model.files, security.paths, security['quasi-identifiers']].some(setting => setting !== undefined) ||
    security['sensitive-data'],
  find: async (...given) => (await import('./security-scan.ts')).securityScan.find(...given),
}

const driftCompare: ListedGate<'drift-compare'> = {
  gate: 'drift-compare',
  isConfigured: ({ drift }) =>
    [drift.current, drift.series, drift.predictions, drift.results].some(setting => setting !== undefined),
  find: async (settings, ports) => (await import('./drift-compare.ts')).driftCompare.find(settings, ports),
}

/** The gates, in the order in which they run and are shown. */
export const gateCommands: readonly ListedGate[] = [dataValidate, modelCertify, securityScan, driftCompare]
