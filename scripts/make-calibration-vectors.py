"""Writes test/fixtures/goldens/calibration-vectors.json: calibration by statsmodels, noncentral chi-squared by SciPy.

    python scripts/make-calibration-vectors.py

Needs numpy, scipy and statsmodels. Spiegelhalter's statistic is computed here from its definition, in exact fractions.
"""

import json
from fractions import Fraction
from pathlib import Path

import numpy as np
import statsmodels.api as sm
from scipy import stats

OUT = Path(__file__).parent.parent / "test/fixtures/goldens/calibration-vectors.json"


def fit(labels, scores):
    x = np.log(scores) - np.log1p(-scores)
    result = sm.Logit(labels, sm.add_constant(x)).fit(disp=0, tol=1e-14, maxiter=100, method="newton")
    # The tolerance above is on the likelihood: one more step from there is exact to the last digits.
    design = sm.add_constant(x)
    beta = result.params
    for _ in range(5):
        p = 1 / (1 + np.exp(-design @ beta))
        information = design.T @ (design * (p * (1 - p))[:, None])
        beta = beta + np.linalg.solve(information, design.T @ (labels - p))
    assert np.allclose(beta, result.params, rtol=1e-6)
    return {"intercept": beta[0], "slope": beta[1], "errors": np.sqrt(np.diag(np.linalg.inv(information))).tolist()}


def spiegelhalter(labels, scores):
    p = [Fraction(float(score)) for score in scores]
    top = sum((int(y) - q) * (1 - 2 * q) for y, q in zip(labels, p))
    variance = sum((1 - 2 * q) ** 2 * q * (1 - q) for q in p)
    z = float(top) / float(variance) ** 0.5
    return {"z": z, "pValue": 2 * stats.norm.sf(abs(z))}


def case(name, seed, n, slope, intercept):
    random = np.random.default_rng(seed)
    scores = np.round(1 / (1 + np.exp(-random.normal(-0.5, 1.5, n))), 4).clip(0.0001, 0.9999)
    truth = 1 / (1 + np.exp(-(intercept + slope * (np.log(scores) - np.log1p(-scores)))))
    labels = (random.random(n) < truth).astype(int)
    return {
        "name": name,
        "labels": labels.tolist(),
        "scores": scores.tolist(),
        "logistic": fit(labels, scores),
        "spiegelhalter": spiegelhalter(labels, scores),
    }


vectors = {
    "calibration": [
        case("calibrated", 1, 120, 1, 0),
        case("too sure of itself", 2, 120, 0.5, 0),
        case("too high", 3, 120, 1, -1),
        case("few rows", 4, 40, 1, 0),
    ],
    "noncentralChiSquared": [
        {"x": x, "df": df, "lambda": nc, "cdf": float(stats.ncx2.cdf(x, df, nc)) if nc else float(stats.chi2.cdf(x, df))}
        for x, df, nc in [(10, 10, 0), (10, 10, 3), (10, 10, 20), (4, 2, 0.5), (30, 10, 60), (120, 10, 90), (1, 1, 4)]
    ],
}
OUT.write_text(json.dumps(vectors) + "\n")
