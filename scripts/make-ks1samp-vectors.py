#!/usr/bin/env python3
"""Reference values for the one-sample Kolmogorov-Smirnov test against named distributions, and for Cramer's phi, from SciPy.

    python scripts/make-ks1samp-vectors.py > test/fixtures/goldens/ks1samp.json

Samples come from the generator of make-scipy-vectors.py, by the inverse of each distribution, shifted for some. The file in the
repository was made with SciPy 1.17.1 and NumPy 2.4.6.
"""
import json

import numpy as np
from scipy import stats
from scipy.stats.contingency import association

CASES = [
    ("norm", {"mean": 2.0, "std_dev": 3.0}, lambda p: stats.norm(p["mean"], p["std_dev"])),
    ("uniform", {"min": -1.0, "max": 4.0}, lambda p: stats.uniform(p["min"], p["max"] - p["min"])),
    ("expon", {"loc": 1.0, "scale": 2.5}, lambda p: stats.expon(p["loc"], p["scale"])),
    ("beta", {"alpha": 2.0, "beta": 5.0, "loc": -1.0, "scale": 3.0}, lambda p: stats.beta(p["alpha"], p["beta"], p["loc"], p["scale"])),
    ("gamma", {"alpha": 2.5, "loc": 0.5, "scale": 2.0}, lambda p: stats.gamma(p["alpha"], p["loc"], p["scale"])),
    ("chi2", {"df": 4.0, "loc": 0.0, "scale": 1.0}, lambda p: stats.chi2(p["df"], p["loc"], p["scale"])),
]


def draws(seed, n):
    state = seed
    for _ in range(n):
        state = (1664525 * state + 1013904223) % 2**32
        yield (state + 0.5) / 2**32


vectors = []
for seed, (name, params, frozen) in enumerate(CASES, 1):
    for n in (1, 2, 7, 20, 45):
        for shift in (0.0, 0.4):
            x = [round(float(frozen(params).ppf(u)) + shift, 6) for u in draws(100 * seed + n, n)]
            result = stats.ks_1samp(x, frozen(params).cdf)
            vectors.append({"distribution": name, "params": params, "x": x,
                            "statistic": float(result.statistic), "pvalue": float(result.pvalue)})

tables = []
for seed, (rows, columns) in enumerate([(2, 2), (2, 3), (3, 3), (4, 2)], 1):
    counts = np.array([int(u * 30) for u in draws(seed, rows * columns)]).reshape(rows, columns) + 1
    tables.append({"counts": counts.tolist(), "phi": float(association(counts, method="cramer", correction=False))})

print(json.dumps({"ks1samp": vectors, "cramer": tables}, indent=1))
