import type { Status } from '../../../verdict.ts'

/** A fault in how a library loads files of some formats: dangerous where the artefact and the loader meet. */
export interface LoaderAdvisory {
  readonly ids: readonly string[]
  /** PyPI's name of the library. */
  readonly loader: string
  /** First version without the fault. */
  readonly fixed: string
  /** Ids of the formats whose loading has it. */
  readonly formats: readonly string[]
  readonly status: Extract<Status, 'warn' | 'fail'>
  /** Continues a sentence that begins with the loader. */
  readonly what: string
  readonly source: string
}

const TORCH = ['torch', 'torch-legacy', 'torchscript']

/** Faults of loaders by the formats they concern; `fail` where loading the file itself can run code or read any file. */
export const LOADER_ADVISORIES: readonly LoaderAdvisory[] = [
  {
    ids: ['CVE-2025-32434', 'GHSA-53q9-r3pm-6pq6'],
    loader: 'torch',
    fixed: '2.6.0',
    formats: TORCH,
    status: 'fail',
    what: 'runs code from a checkpoint even with weights_only=True',
    source: 'https://github.com/pytorch/pytorch/security/advisories/GHSA-53q9-r3pm-6pq6',
  },
  {
    ids: ['CVE-2026-24747'],
    loader: 'torch',
    fixed: '2.10.0',
    formats: TORCH,
    status: 'fail',
    what: 'lets a checkpoint corrupt memory even with weights_only=True',
    source: 'https://nvd.nist.gov/vuln/detail/CVE-2026-24747',
  },
  {
    ids: ['CVE-2026-1462', 'GHSA-4f3f-g24h-fr8m'],
    loader: 'keras',
    fixed: '3.13.2',
    formats: ['keras'],
    status: 'fail',
    what: 'loads a foreign SavedModel that the file names, even in safe mode',
    source: 'https://github.com/advisories/GHSA-4f3f-g24h-fr8m',
  },
  {
    ids: ['CVE-2026-27489', 'CVE-2026-34446', 'CVE-2026-34447'],
    loader: 'onnx',
    fixed: '1.21.0',
    formats: ['onnx'],
    status: 'fail',
    what: 'reads files outside the folder of the model as external data',
    source: 'https://nvd.nist.gov/vuln/detail/CVE-2026-27489',
  },
  {
    // The way in is config.json beside the weights, not the weights: so it warns.
    ids: ['CVE-2026-4372'],
    loader: 'transformers',
    fixed: '5.3.0',
    formats: ['safetensors', 'gguf', ...TORCH],
    status: 'warn',
    what: 'runs code that the config.json beside the weights names, without trust_remote_code',
    source: 'https://nvd.nist.gov/vuln/detail/CVE-2026-4372',
  },
  {
    ids: ['CVE-2025-54412', 'CVE-2025-54413'],
    loader: 'skops',
    fixed: '0.12.0',
    formats: ['skops'],
    status: 'fail',
    what: 'calls methods and operators that it shows as another, trusted type',
    source: 'https://skops.readthedocs.io/en/stable/changes.html',
  },
]
