/** PyPI's names of packages that conda channels call otherwise, where they matter to models. */
export const CONDA_NAMES: Readonly<Record<string, string>> = {
  pytorch: 'torch',
  'pytorch-cpu': 'torch',
  'pytorch-gpu': 'torch',
  'tensorflow-base': 'tensorflow',
  'tensorflow-cpu': 'tensorflow',
  'tensorflow-gpu': 'tensorflow',
  'py-xgboost': 'xgboost',
  'py-xgboost-cpu': 'xgboost',
  'py-xgboost-gpu': 'xgboost',
  'py-opencv': 'opencv-python',
  opencv: 'opencv-python',
  'matplotlib-base': 'matplotlib',
  'msgpack-python': 'msgpack',
  'ray-core': 'ray',
  'dask-core': 'dask',
  importlib_metadata: 'importlib-metadata',
}
