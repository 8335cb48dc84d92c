import type { InspectedFile } from '../inspect-file.ts'

/** What scikit-learn's models are made of besides its own classes; skops keeps all of it (skops/io/_trusted_types.py). */
const WITH_SKLEARN = [
  'sklearn',
  'numpy',
  'scipy',
  'builtins',
  '__builtin__',
  'collections',
  'copyreg',
  'copy_reg',
  '_codecs',
  'joblib',
]
const TORCH = ['torch', 'torch-legacy']
const ENDINGS = /(?:\.(?:pkl|pickle|joblib|sav|dump|model|bin|pt|pth|ckpt|z|gz|bz2|xz|lzma|lz4|zst))+$/i
/** A path that neither a shell nor Python takes for more than a path. */
const PLAIN = /^[\w./@+=,][\w./@+=, -]*$/

/**
 * The command that brings a file into a format that runs nothing, where such a file would pass: skops for models of scikit-learn,
 * safetensors for tensors. A file that has not passed is never loaded for it, but saved again where it was made.
 */
export function saferFormat(
  path: string,
  { format, inspection }: Pick<InspectedFile, 'format' | 'inspection'>,
): string | undefined {
  if (!PLAIN.test(path)) return undefined
  const ids = format.split('+')
  const isTorch = TORCH.some(id => ids.includes(id))
  const { status, libraries = [] } = inspection
  const isSklearn = libraries.includes('sklearn') && libraries.every(each => WITH_SKLEARN.includes(each))
  if (!isTorch && !isSklearn) return undefined
  const target = path.replace(ENDINGS, '') + (isTorch ? '.safetensors' : '.skops')
  if (status === 'pass') return `To keep it in a format that runs nothing: ${conversion(path, target, isTorch)}`
  const saving = isTorch ? `safetensors.torch.save_model(model, '${target}')` : `skops.io.dump(model, '${target}')`
  return `Where it was made, save it in a format that runs nothing: ${saving}`
}

const conversion = (path: string, target: string, isTorch: boolean) =>
  isTorch
    ? `python -c "import torch, safetensors.torch; safetensors.torch.save_file(torch.load('${path}', weights_only=True, map_location='cpu'), '${target}')"`
    : `python -c "import joblib, skops.io; skops.io.dump(joblib.load('${path}'), '${target}')"`
