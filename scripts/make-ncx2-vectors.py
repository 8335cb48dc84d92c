#!/usr/bin/env python3
"""Reference values for the non-central chi-squared distribution, from mpmath (30 digits) and SciPy.

    python scripts/make-ncx2-vectors.py > test/fixtures/goldens/ncx2.json

mpmath sums the Poisson mixture of chi-squared distributions; SciPy is ncx2. Points lie from 1e-3 of the mean to far beyond it.
The file in the repository was made with SciPy 1.17.1 and mpmath 1.3.0.
"""
import json

from mpmath import exp, gammainc, log, loggamma, mp, mpf
from scipy.stats import ncx2

mp.dps = 30


def tails(x, df, nc):
    y, a, m = mpf(x) / 2, mpf(df) / 2, mpf(nc) / 2
    centre = (m * m + 4 * m * y + a * a) ** mpf("0.5")
    last = int(max(m, centre) + 14 * max(m, centre) ** mpf("0.5") + 60)
    lower = upper = mpf(0)
    for j in range(last + 1):
        weight = exp(j * log(m) - m - loggamma(j + 1))
        lower += weight * gammainc(a + j, 0, y, regularized=True)
        upper += weight * gammainc(a + j, y, mp.inf, regularized=True)
    return float(lower), float(upper)


def plain(value):
    return float(value)


vectors = []
for df in (1, 2.5, 4, 19, 99, 300):
    for nc in (0.01, 1, 20, 150):
        mean, sd = df + nc, (2 * (df + 2 * nc)) ** 0.5
        points = []
        for x in (mean * 1e-3, mean * 0.05, mean * 0.3, max(mean - 3 * sd, mean * 0.2), mean, mean + 3 * sd, mean + 8 * sd, mean + 20 * sd):
            lower, upper = tails(x, df, nc)
            points.append({"x": x, "cdf": lower, "sf": upper,
                           "scipy_cdf": plain(ncx2.cdf(x, df, nc)), "scipy_sf": plain(ncx2.sf(x, df, nc))})
        quantiles = [{"p": p, "ppf": plain(ncx2.ppf(p, df, nc)), "isf": plain(ncx2.isf(p, df, nc))}
                     for p in (1e-8, 1e-3, 0.05, 0.5, 0.95, 0.999)]
        vectors.append({"df": df, "nc": nc, "points": points, "quantiles": quantiles})
print(json.dumps(vectors, separators=(",", ":")).replace('{"df"', '\n{"df"'))
