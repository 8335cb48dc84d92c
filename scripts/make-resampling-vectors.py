#!/usr/bin/env python3
"""Reference values for resampling, paired tests and intervals, from SciPy, statsmodels, arch and dieboldmariano.

    python scripts/make-resampling-vectors.py test/fixtures/goldens/resampling-vectors.json

The bootstrap's replicates are SciPy's own, written out, so that the interval made of them can be compared digit by digit.
The file in the repository was made with NumPy 2.4.6, SciPy 1.17.1, statsmodels 0.15.0, arch 8.0.0, dieboldmariano 1.1.0.
"""
import json
import sys
import warnings

import numpy as np
import statsmodels.api as sm
from arch.bootstrap import optimal_block_length
from dieboldmariano import NegativeVarianceException, dm_test
from scipy import stats
from statsmodels.stats.contingency_tables import mcnemar
from statsmodels.stats.proportion import confint_proportions_2indep

warnings.simplefilter("ignore")
rng = np.random.default_rng(20261129)


def listed(values):
    return [float(v) for v in np.asarray(values).ravel()]


def jackknife(samples, statistic):
    """The statistic without each value in turn, sample by sample; paired samples lose the same row."""
    return [
        listed([statistic(*samples[:i], np.delete(sample, j), *samples[i + 1:]) for j in range(len(sample))])
        for i, sample in enumerate(samples)
    ]


def bootstraps():
    cases = []

    def add(name, samples, statistic, jack=None, paired=False, level=0.95, resamples=199):
        def vectorised(*a, axis=-1):
            return statistic(*a) if a[0].ndim == 1 else np.array([statistic(*rows) for rows in zip(*a)])

        result = stats.bootstrap(samples, vectorised, n_resamples=resamples, paired=paired, vectorized=False,
                                 confidence_level=level, method="BCa", rng=rng)
        percentile = stats.bootstrap(samples, vectorised, n_resamples=0, bootstrap_result=result, paired=paired,
                                     vectorized=False, confidence_level=level, method="percentile")
        cases.append({
            "id": name, "level": level, "estimate": float(statistic(*samples)),
            "replicates": listed(result.bootstrap_distribution),
            "jackknife": jack(samples) if jack else jackknife(samples, statistic),
            "bca": listed(result.confidence_interval), "percentile": listed(percentile.confidence_interval),
            "standard_error": float(result.standard_error),
        })

    skewed = rng.exponential(size=40).round(3)
    add("mean", (skewed,), np.mean)
    add("variance", (skewed,), np.var, level=0.9)
    add("median", (rng.normal(size=31).round(1),), np.median)
    add("ratio of means of two samples", (rng.exponential(size=25).round(3), rng.exponential(size=60).round(3) + 1),
        lambda a, b: a.mean() / b.mean())
    x = rng.normal(size=50).round(2)
    y = (x + rng.normal(size=50)).round(2)
    both = lambda s: [listed([np.corrcoef(np.delete(s[0], j), np.delete(s[1], j))[0, 1] for j in range(len(s[0]))])]
    add("correlation", (x, y), lambda a, b: np.corrcoef(a, b)[0, 1], jack=both, paired=True)
    return cases


def mcnemars():
    cases = []
    for b, c in [(150, 86), (53, 67), (0, 0), (5, 5), (1, 0), (0, 9), (12, 3), (400, 520), (2, 3)]:
        table = [[20, b], [c, 30]]
        exact = mcnemar(table, exact=True)
        entry = {"b": b, "c": c, "statistic": float(exact.statistic), "exact": float(min(1, exact.pvalue)) if b + c else 1.0,
                 "mid_p": float(exact.pvalue - stats.binom.pmf(min(b, c), b + c, 0.5)) if b != c else 1.0}
        if b + c:
            for name, correction in [("chi2", False), ("chi2_corrected", True)]:
                found = mcnemar(table, exact=False, correction=correction)
                entry[name] = [float(found.statistic), float(found.pvalue)]
        cases.append(entry)
    return cases


def sign_flips():
    cases = []
    for n in [2, 3, 5, 8, 12]:
        for values in [rng.normal(0.4, 1, size=n).round(2), rng.integers(-2, 4, size=n).astype(float)]:
            found = stats.permutation_test((values,), lambda x, axis: x.mean(axis=axis), permutation_type="samples",
                                           n_resamples=np.inf, vectorized=True)
            cases.append({"differences": listed(values), "statistic": float(found.statistic), "pvalue": float(found.pvalue)})
    return cases


def diebold_marianos():
    cases = []
    for n, h in [(20, 1), (24, 3), (60, 6), (12, 2), (200, 12), (15, 5)]:
        noise = rng.normal(size=n + 6)
        d = (noise[6:] + 0.6 * noise[5:-1] + 0.3 * noise[4:-2] + 0.2).round(3)
        try:
            # A loss of the first forecast only gives the differences themselves.
            statistic, p = dm_test([0.0] * n, listed(d), [0.0] * n, loss=lambda u, v: v, h=h)
            cases.append({"differences": listed(d), "horizon": h, "statistic": statistic, "pvalue": p})
        except NegativeVarianceException:
            cases.append({"differences": listed(d), "horizon": h, "error": "NegativeVarianceException"})
    return cases


def ratios():
    cases = []
    for k1, n1, k2, n2 in [(243, 339, 1852, 2041), (5, 20, 9, 31), (1, 50, 40, 60), (99, 100, 3, 8)]:
        for level in [0.9, 0.95]:
            ends = confint_proportions_2indep(k1, n1, k2, n2, method="log", compare="ratio", alpha=1 - level)
            cases.append({"counts": [k1, n1, k2, n2], "level": level, "ends": listed(ends)})
    return cases


def quantiles():
    cases = []
    for n in [20, 58, 59, 73, 74, 100, 200, 500, 1000]:
        for p in [0.5, 0.95, 0.1]:
            for level in [0.9, 0.95]:
                test = stats.quantile_test(np.arange(1.0, n + 1), q=0, p=p)
                cases.append({"n": n, "p": p, "level": level,
                              "ranks": [None if np.isnan(v) else int(v) for v in test.confidence_interval(level)]})
    return cases


def clustered_means():
    cases = []
    for n, g in [(30, 6), (200, 20), (40, 40)]:
        codes = np.concatenate([np.arange(g), rng.integers(0, g, size=n - g)])
        values = (rng.normal(size=n) + rng.normal(size=g)[codes]).round(3)
        weights = rng.integers(1, 5, size=n).astype(float)
        entry = {"values": listed(values), "weights": listed(weights), "codes": [int(c) for c in codes], "groups": g}
        for name, w in [("plain", np.ones(n)), ("weighted", weights)]:
            fit = sm.WLS(values, np.ones(n), weights=w).fit(cov_type="cluster", cov_kwds={"groups": codes}, use_t=True)
            entry[name] = [float(fit.params[0]), float(fit.bse[0]), *listed(fit.conf_int(0.05))]
        cases.append(entry)
    return cases


def blocks():
    cases = []
    for n, phi in [(50, 0.0), (100, 0.5), (400, 0.8), (300, -0.4)]:
        e = rng.normal(size=n)
        x = np.zeros(n)
        for t in range(n):
            x[t] = phi * (x[t - 1] if t else 0) + e[t]
        x = x.round(3)
        cases.append({"series": listed(x), "circular": float(optimal_block_length(x)["circular"].iloc[0])})
    return cases


result = {
    "bootstrap": bootstraps(), "mcnemar": mcnemars(), "sign_flip": sign_flips(), "diebold_mariano": diebold_marianos(),
    "katz": ratios(), "quantile": quantiles(), "clustered_mean": clustered_means(), "block_length": blocks(),
}
with open(sys.argv[1], "w") as file:
    file.write(json.dumps(result, separators=(",", ":")).replace('},{"', '},\n{"') + "\n")
