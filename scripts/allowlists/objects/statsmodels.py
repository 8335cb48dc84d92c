"""Models and results of statsmodels, from arrays and frames; those from formulas, of state space and with functions in them are refused."""
import warnings

import numpy as np
import pandas as pd
import statsmodels.api as sm
import statsmodels.formula.api as smf

LIBRARY = 'statsmodels'


def results():
    rng = np.random.RandomState(0)
    X, y, amount, counts = rng.rand(80, 2), rng.randint(0, 2, 80), rng.rand(80) + 0.1, rng.poisson(2, 80)
    X1 = sm.add_constant(X)
    frame = pd.DataFrame({'a': X[:, 0], 'b': X[:, 1], 'y': y, 'amount': amount, 'k': counts})
    series = amount.cumsum()
    yield 'OLS', lambda: sm.OLS(amount, X1).fit()
    yield 'OLS-frame', lambda: sm.OLS(frame.amount, sm.add_constant(frame[['a', 'b']])).fit()
    yield 'OLS-robust', lambda: sm.OLS(amount, X1).fit(cov_type='HC3')
    yield 'OLS-regularised', lambda: sm.OLS(amount, X1).fit_regularized(alpha=0.1)
    yield 'WLS', lambda: sm.WLS(amount, X1, weights=amount).fit()
    yield 'GLS', lambda: sm.GLS(amount, X1).fit()
    yield 'GLSAR', lambda: sm.GLSAR(amount, X1, 1).fit()
    yield 'Logit', lambda: sm.Logit(y, X1).fit(disp=0)
    yield 'Logit-frame', lambda: sm.Logit(frame.y, sm.add_constant(frame[['a', 'b']])).fit(disp=0)
    yield 'Probit', lambda: sm.Probit(y, X1).fit(disp=0)
    yield 'MNLogit', lambda: sm.MNLogit(np.arange(80) % 3, X1).fit(disp=0)
    yield 'Poisson', lambda: sm.Poisson(counts, X1).fit(disp=0)
    yield 'NegativeBinomial', lambda: sm.NegativeBinomial(counts, X1).fit(disp=0)
    yield 'GeneralizedPoisson', lambda: sm.GeneralizedPoisson(counts, X1).fit(disp=0)
    links = sm.families.links
    for name in ('Gaussian', 'Binomial', 'Poisson', 'Gamma', 'InverseGaussian', 'NegativeBinomial', 'Tweedie'):
        target = {'Binomial': y, 'Poisson': counts, 'NegativeBinomial': counts}.get(name, amount)
        yield f'GLM-{name}', lambda name=name, target=target: sm.GLM(target, X1, family=getattr(sm.families, name)()).fit()
    for name in ('CLogLog', 'LogLog'):
        if hasattr(links, name):
            yield f'GLM-{name}', lambda name=name: sm.GLM(y, X1, family=sm.families.Binomial(link=getattr(links, name)())).fit()
    for name in ('Log', 'Sqrt', 'InversePower', 'InverseSquared', 'Identity', 'Power'):
        if hasattr(links, name):
            yield f'GLM-link-{name}', lambda name=name: sm.GLM(amount, X1, family=sm.families.Gamma(link=getattr(links, name)())).fit()
    yield 'GLM-frame', lambda: sm.GLM(frame.y, sm.add_constant(frame[['a', 'b']]), family=sm.families.Binomial()).fit()
    yield 'RLM', lambda: sm.RLM(amount, X1).fit()
    yield 'QuantReg', lambda: sm.QuantReg(amount, X1).fit()
    yield 'GEE', lambda: sm.GEE(y, X1, groups=np.repeat(np.arange(20), 4), family=sm.families.Binomial()).fit()
    yield 'MixedLM', lambda: sm.MixedLM(amount, X1, groups=np.repeat(np.arange(20), 4)).fit()
    yield 'PHReg', lambda: sm.PHReg(amount, X, status=y).fit()
    yield 'AutoReg', lambda: __import__('statsmodels.tsa.ar_model', fromlist=['x']).AutoReg(series, 1).fit()
    yield 'Holt', lambda: sm.tsa.Holt(series).fit()
    yield 'SimpleExpSmoothing', lambda: sm.tsa.SimpleExpSmoothing(series).fit()
    yield 'ExponentialSmoothing', lambda: sm.tsa.ExponentialSmoothing(series, trend='add').fit()
    yield 'PCA', lambda: sm.PCA(X)


def kept_out():
    rng = np.random.RandomState(0)
    frame = pd.DataFrame({'a': rng.rand(80), 'amount': rng.rand(80), 'y': rng.randint(0, 2, 80)})
    series = frame.amount.cumsum()
    yield 'ARIMA', lambda: __import__('statsmodels.tsa.arima.model', fromlist=['x']).ARIMA(series, order=(1, 1, 0)).fit()
    yield 'SARIMAX', lambda: sm.tsa.SARIMAX(series, order=(1, 0, 0)).fit(disp=0)
    X1, y, counts = sm.add_constant(frame[['a']]), frame.y, rng.poisson(2, 80)
    yield 'Logit-regularised', lambda: sm.Logit(y, X1).fit_regularized(disp=0)
    yield 'ZeroInflatedPoisson', lambda: sm.ZeroInflatedPoisson(counts, X1).fit(disp=0)
    yield 'OrderedModel', lambda: __import__('statsmodels.miscmodels.ordinal_model', fromlist=['x']).OrderedModel(counts.clip(0, 2), frame[['a']]).fit(disp=0)
    for name in ('Probit', 'probit', 'Cauchy', 'cauchy'):
        yield f'GLM-{name}', lambda name=name: sm.GLM(y, X1, family=sm.families.Binomial(link=getattr(sm.families.links, name)())).fit()
    yield 'formula-ols', lambda: smf.ols('amount ~ a', frame).fit()
    yield 'formula-logit', lambda: smf.logit('y ~ a', frame).fit(disp=0)


def objects():
    for name, result in fitted(results()):
        yield name, result
        if hasattr(result, 'model'):
            yield f'{name}-model', result.model


def refused():
    """What stays out, with the reasons that review.json gives."""
    yield from fitted(kept_out())


def fitted(fits):
    warnings.simplefilter('ignore')
    for name, fit in fits:
        try:
            result = fit()
        except Exception as error:
            print(f'statsmodels {name}: {error!r}')
            continue
        yield name, result
