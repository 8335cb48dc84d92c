import { bad, defineClass } from '../define-class.ts'
import { short, stackGlobal, stream } from '../make/pickle.ts'
import { jsonNode, objectNode, skops } from '../make/skops.ts'

const FORMULA = short("__import__('os').getpid()")
const object = (module: string, name: string, attributes: Readonly<Record<string, string>>) =>
  `${stackGlobal(module, name)})\x81}(${Object.entries(attributes)
    .map(([key, value]) => `${short(key)}${value}`)
    .join('')}ub`
const OLS = ['statsmodels.regression.linear_model', 'OLS'] as const
const RESULTS = ['statsmodels.regression.linear_model', 'RegressionResults'] as const
const DATA = ['statsmodels.base.data', 'ModelData'] as const
/** An estimator of another library with attributes that statsmodels would take from its model. */
const OTHER = object('sklearn.linear_model._base', 'LinearRegression', { formula: FORMULA, model_spec: FORMULA })

/** A formula is Python: statsmodels evaluates it as it is loaded, or when it predicts. */
export const evaluatedFormula = defineClass({
  id: 'evaluated-formula',
  title: 'Formulas that statsmodels evaluates',
  source: 'statsmodels/base/data.py, statsmodels/base/model.py (_transform_predict_exog); tested on 0.15.0',
  samples: () => [
    bad('as-it-is-loaded.pkl', stream(4, object(...DATA, { formula: FORMULA, restore_model_spec: '\x88' }))),
    bad('as-it-was-loaded-before.pkl', stream(4, object(...DATA, { formula: FORMULA, restore_design_info: '\x88' }))),
    bad('as-it-predicts.pkl', stream(4, object(...DATA, { model_spec: FORMULA }))),
    bad('as-it-predicted-before.pkl', stream(4, object(...DATA, { design_info: FORMULA }))),
    bad('of-the-model.pkl', stream(4, object(...OLS, { formula: FORMULA, model_spec: FORMULA }))),
    bad('of-a-model-of-another-library.pkl', stream(4, object(...RESULTS, { model: OTHER }))),
    bad(
      'of-results-of-another-library.pkl',
      stream(4, object('statsmodels.regression.linear_model', 'RegressionResultsWrapper', { _results: OTHER })),
    ),
    bad('of-the-model.skops', skops(objectNode(...OLS, { formula: jsonNode('x'), model_spec: jsonNode('x') }))),
    bad(
      'as-it-is-loaded.skops',
      skops(objectNode(...DATA, { formula: jsonNode('x'), restore_model_spec: jsonNode(true) })),
    ),
    bad(
      'of-a-model-of-another-library.skops',
      skops(objectNode(...RESULTS, { model: objectNode('sklearn.linear_model._base', 'LinearRegression', {}) })),
    ),
  ],
})
