#!/usr/bin/env python3
"""Reference values for what scripts/make-scipy-vectors.py leaves out: from SciPy, statsmodels, and NumPy by the definition.

    python scripts/make-distance-vectors.py > test/fixtures/goldens/distance-vectors.json

Samples come from the generator of make-scipy-vectors.py. `mmd` is the unbiased MMD² by its definition, with the median of all
squared distances as scale. The file in the repository was made with SciPy 1.17.1, NumPy 2.4.6 and statsmodels 0.15.0.
"""
import json

import numpy as np
from scipy import stats
from scipy.spatial.distance import cdist, jensenshannon
from statsmodels.stats.proportion import proportions_ztest


def draws(seed, n):
    state = seed
    for _ in range(n):
        state = (1664525 * state + 1013904223) % 2**32
        yield (state + 0.5) / 2**32


def result(r):
    return {"statistic": float(r[0]), "pvalue": float(r[1])}


def mmd(x, y):
    z = np.vstack([x, y])
    d = cdist(z, z, "sqeuclidean")
    scale = np.median(d[np.triu_indices(len(z), 1)])
    k = np.exp(-d / scale)
    np.fill_diagonal(k, 0)
    n, m = len(x), len(y)
    return float(k[:n, :n].sum() / n / (n - 1) + k[n:, n:].sum() / m / (m - 1) - 2 * k[:n, n:].mean()), float(scale)


samples = []
for seed, (n, m, shift, ties) in enumerate([(5, 7, 0.0, False), (8, 30, 0.2, False), (40, 40, 0.1, True), (60, 25, 0.5, False),
                                            (3, 200, -0.6, True), (150, 150, 0.9, False)], 11):
    u = np.array(list(draws(seed, n + m)))
    x, y = u[:n], u[n:] + shift
    if ties:
        x, y = np.round(x, 1), np.round(y, 1)
    less, greater = (stats.mannwhitneyu(x, y, alternative=a) for a in ("less", "greater"))
    t = stats.ttest_ind(x, y)
    ci = t.confidence_interval(0.95)
    samples.append({"x": x.tolist(), "y": y.tolist(), "less": result(less), "greater": result(greater),
                    "pooled_t": {**result(t), "df": float(t.df), "low": float(ci.low), "high": float(ci.high)}})

proportions = []
for k, n, l, m in [(0, 5, 0, 9), (3, 10, 5, 10), (50, 100, 61, 100), (1, 1000, 30, 1000), (0, 40, 40, 40), (700, 1000, 1, 50)]:
    z, p = proportions_ztest([k, l], [n, m]) if 0 < k + l < n + m else (0.0, 1.0)
    proportions.append({"k": k, "n": n, "l": l, "m": m, "statistic": float(z), "pvalue": float(p)})

shares = []
for seed, k in enumerate([2, 3, 5, 10, 40], 31):
    u = np.array(list(draws(seed, 2 * k)))
    p, q = u[:k], u[k:]
    if k == 5:
        p[0] = q[1] = 0
    h = np.sqrt(((np.sqrt(p / p.sum()) - np.sqrt(q / q.sum())) ** 2).sum() / 2)
    kl = stats.entropy(p, q)
    shares.append({"p": p.tolist(), "q": q.tolist(), "jensen_shannon_distance": float(jensenshannon(p, q)),
                   "jensen_shannon_distance_base_2": float(jensenshannon(p, q, 2)),
                   "kullback_leibler": float(kl) if np.isfinite(kl) else "Infinity", "hellinger": float(h)})

fits = []
for seed, k in enumerate([2, 3, 8], 41):
    expected = np.array([1 + int(50 * u) for u in draws(seed, k)], dtype=float)
    observed = np.array([int(60 * u) for u in draws(seed + 50, k)], dtype=float)
    expected *= observed.sum() / expected.sum()
    fits.append({"observed": observed.tolist(), "expected": expected.tolist(), **result(stats.chisquare(observed, expected))})

clouds = []
for seed, (n, m, d, shift) in enumerate([(4, 6, 1, 0.0), (20, 15, 3, 0.3), (30, 30, 8, 0.05)], 51):
    u = np.array(list(draws(seed, (n + m) * d))).reshape(n + m, d)
    x, y = u[:n], u[n:] + shift
    value, scale = mmd(x, y)
    clouds.append({"x": x.tolist(), "y": y.tolist(), "mmd": value, "scale": scale})

print(json.dumps({"samples": samples, "proportions": proportions, "shares": shares, "fits": fits, "clouds": clouds}))
