const isSomething = (value: unknown): boolean =>
  value !== null &&
  value !== undefined &&
  value !== '' &&
  !(typeof value === 'object' && Object.keys(value).length === 0)

/** What Python takes for true, but for the words by which YAML says no. */
const isTrue = (value: unknown): boolean =>
  isSomething(value) &&
  value !== false &&
  value !== 0 &&
  !(typeof value === 'string' && /^(false|no|off|n|0)$/i.test(value))

/** Flavours of MLflow, whose modules load what the model's other files hold (mlflow/pyfunc, `loader_module`). */
const FLAVOURS =
  'catboost diviner fastai h2o johnsnowlabs keras langchain lightgbm onnx openai paddle pmdarima prophet pyfunc.model pytorch ' +
  'sentence_transformers sklearn spacy spark statsmodels tensorflow transformers xgboost'
const LOADERS = FLAVOURS.split(' ').map(flavour => `mlflow.${flavour}`)

/** Keys by which a configuration names code that its loader runs, and when they do. */
export const RISKY_KEYS: Readonly<Record<string, { readonly reason: string; runs(value: unknown): boolean }>> = {
  auto_map: { reason: 'names Python files of the model that transformers runs', runs: isSomething },
  custom_pipelines: { reason: 'names Python files of the model that transformers runs', runs: isSomething },
  _target_: { reason: 'names a Python object that Hydra, and NeMo with it, calls', runs: isSomething },
  _attn_implementation_internal: {
    reason: 'names a kernel that transformers before 5.3.0 downloads and runs (CVE-2026-4372)',
    runs: isSomething,
  },
  loader_module: {
    reason: 'names a Python module that MLflow imports',
    runs: value => isSomething(value) && !LOADERS.some(loader => loader === value),
  },
  trust_remote_code: {
    reason: 'lets the loader run code of the model',
    runs: value => isTrue(value),
  },
}
