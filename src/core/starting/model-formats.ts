/** A format that models are kept in. */
export interface ModelFormat {
  readonly title: string
  readonly name: RegExp
  /** What such a file starts with, its first bytes given as Latin-1 text. */
  readonly starts: (head: string) => boolean
  /** The name alone says that it is a model. */
  readonly telling: boolean
}

const COMPRESSED = [
  'x\u0001',
  'x\u005e',
  'x\u009c',
  'x\u00da',
  '\u001f\u008b',
  'BZh',
  '\u00fd7zXZ',
  ']\u0000\u0000',
  '\u0004"M\u0018',
  '(\u00b5/\u00fd',
  'ZF',
]
const ZIP = 'PK\u0003\u0004'

const startsWith =
  (...signatures: readonly string[]) =>
  (text: string) =>
    signatures.some(signature => text.startsWith(signature))
const pickled = (text: string) => /^\u0080[\u0002-\u0005]/.test(text)
/** A pickled data frame or array is data. */
const holdsData = (text: string) => /^.{0,64}(pandas\.core|pandas\._libs|numpy\.?_?core\.multiarray)/s.test(text)

/** By their names and first bytes; a loose name (.bin, .json, .txt, .h5) counts only with the right bytes. */
export const MODEL_FORMATS: readonly ModelFormat[] = [
  {
    title: 'joblib',
    name: /\.joblib(\.(z|gz|bz2|xz|lzma|lz4))?$/i,
    telling: true,
    starts: head => (pickled(head) || startsWith(...COMPRESSED)(head)) && !holdsData(head),
  },
  {
    title: 'pickle',
    name: /\.(pkl|pickle|sav)(\.(z|gz|bz2|xz|lzma|lz4))?$/i,
    telling: true,
    starts: head => (pickled(head) || startsWith(...COMPRESSED, '(', 'c')(head)) && !holdsData(head),
  },
  { title: 'skops', name: /\.skops$/i, telling: true, starts: startsWith(ZIP) },
  { title: 'ONNX', name: /\.onnx$/i, telling: true, starts: startsWith('\u0008') },
  {
    title: 'PyTorch',
    name: /\.(pt|pth|ckpt)$/i,
    telling: true,
    starts: head => startsWith(ZIP)(head) || pickled(head),
  },
  {
    title: 'PyTorch',
    name: /(model|weights|adapter)[^/]*\.bin$/i,
    telling: false,
    starts: head => startsWith(ZIP)(head) || pickled(head),
  },
  { title: 'safetensors', name: /\.safetensors$/i, telling: true, starts: text => text[8] === '{' },
  { title: 'GGUF', name: /\.gguf$/i, telling: true, starts: startsWith('GGUF') },
  { title: 'XGBoost', name: /\.(ubj|bst|xgb)$/i, telling: true, starts: startsWith('{', 'binf') },
  {
    title: 'XGBoost JSON',
    name: /\.json$/i,
    telling: false,
    starts: text => /^\s*\{\s*"learner"\s*:/.test(text),
  },
  {
    title: 'LightGBM',
    name: /\.(txt|lgb|model)$/i,
    telling: false,
    starts: text => /^tree\r?\nversion=/.test(text),
  },
  { title: 'CatBoost', name: /\.cbm$/i, telling: true, starts: startsWith('CBM1') },
  { title: 'Keras', name: /\.keras$/i, telling: true, starts: startsWith(ZIP) },
  { title: 'Keras HDF5', name: /(model|weights)[^/]*\.(h5|hdf5)$/i, telling: false, starts: startsWith('\u0089HDF') },
  { title: 'TensorFlow Lite', name: /\.tflite$/i, telling: true, starts: text => text.slice(4, 8) === 'TFL3' },
  { title: 'TensorFlow SavedModel', name: /(^|\/)saved_model\.pb$/, telling: true, starts: startsWith('\u0008') },
  {
    title: 'TensorFlow SavedModel',
    name: /(^|\/)variables\/variables\.(index|data-[^/]+)$/,
    telling: true,
    starts: () => true,
  },
  {
    title: 'MLflow model',
    name: /(^|\/)MLmodel$/,
    telling: true,
    starts: text => /^(\w+: |flavors:)/m.test(text),
  },
]
