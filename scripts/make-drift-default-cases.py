#!/usr/bin/env python3
"""Cases of the two methods that drift-compare decides by unless told otherwise, with what SciPy makes of them.

    python scripts/make-drift-default-cases.py test/cases/drift

Formulas are written out anew here: places by searchsorted, Wasserstein distance, variances, non-central chi-squared by SciPy. The
cases in the repository were made with SciPy 1.17.1 and NumPy 2.4.6.
"""
import csv
import json
import sys
from pathlib import Path

import numpy as np
from scipy import optimize, stats

ALPHA = 0.05
rng = np.random.default_rng(20261129)


def percentile_shift(x, y):
    x, y = np.sort(x), np.sort(y)
    n, m = len(x), len(y)
    place = lambda of, among: (np.searchsorted(among, of, "left") + np.searchsorted(among, of, "right")) / 2 / len(among)
    own, there = place(x, x), place(y, x)
    unit = max(own.std(), np.sqrt(0.01 * 0.99) / 2)
    effect = stats.wasserstein_distance(own, there) / unit
    error = np.sqrt(max(1, place(x, y).var() / unit**2) / n + max(1, there.var() / unit**2) / m)
    mode = max(np.unique(np.concatenate([x, y]), return_counts=True)[1])
    p = stats.ks_2samp(x, y).pvalue
    if (n + m - mode) * min(n, m) / (n + m) >= 10:
        p = min(1, 2 * min(p, stats.mannwhitneyu(x, y, method="asymptotic").pvalue))
    z, far = stats.norm.isf(ALPHA), stats.norm.isf(ALPHA / 4)
    return {"value": effect, "interval": [max(0, effect - far * error), effect + z * error], "pValue": p, "n": n + m}


def le_cam(x, y, limit):
    n, m = len(x), len(y)
    names = sorted(set(x) | set(y))
    a = np.array([np.sum(np.array(x) == k) for k in names])
    b = np.array([np.sum(np.array(y) == k) for k in names])
    f = 1 / n + 1 / m
    added = lambda i, j: 2 * (i / n - j / m) ** 2 / (i / n + j / m)
    statistic = sum(added(i, j) for i, j in zip(a, b)) / f
    mean = 0
    for total in a + b:
        others = (n + m - total) / (n + m - 1)
        j = np.arange(total + 1)
        mean += others if total > 400 else others * np.sum(stats.binom.pmf(j, total, m / (n + m)) * added(total - j, j)) / f
    distance = lambda nc: np.sqrt(nc * f) / 2
    def end(chance):
        if stats.chi2.cdf(statistic, mean) <= chance:
            return 0
        return optimize.brentq(lambda nc: stats.ncx2.cdf(statistic, mean, nc) - chance, 1e-12, 10 * statistic + 400, xtol=1e-13, rtol=1e-14)
    missed = np.sqrt((1 - ALPHA ** (1 / min(n, m))) / 2)
    # No category of the cases is expected fewer than 5 times, so nothing is merged.
    assert min((a + b) * min(n, m) / (n + m)) >= 5
    equal = stats.chi2_contingency([a, b], correction=False).pvalue
    p = max(equal, stats.ncx2.sf(statistic, mean, 4 * limit**2 / f))
    return {"value": distance(max(0, statistic - mean)), "interval": [distance(end(1 - ALPHA)), max(distance(end(ALPHA)), missed)],
            "pValue": p, "n": n + m}


def write(folder, column, x, y, measured, status, verdict, settings=""):
    folder.mkdir(parents=True, exist_ok=True)
    for name, values in (("reference", x), ("current", y)):
        with open(folder / f"{name}.csv", "w", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow([column])
            writer.writerows([value] for value in values)
    (folder / "settings.yml").write_text("drift:\n  reference: reference.csv\n  current: current.csv\n" + settings)
    plain = {key: [float(v) for v in value] if isinstance(value, list) else float(value) for key, value in measured.items()}
    plain["adjustedPValue"] = plain["pValue"]
    checks = {f"{column}.distribution": {"status": status, "measured": plain}}
    (folder / "expected.json").write_text(json.dumps({"verdict": verdict, "checks": checks}, indent=2) + "\n")


def numbers(name, x, y, *outcome, settings=""):
    x, y = np.round(x, 3), np.round(y, 3)
    write(root / "percentile-shift" / name, "amount", x, y, percentile_shift(x, y), *outcome, settings)


def words(name, x, y, *outcome, limit=0.15, settings=""):
    write(root / "le-cam" / name, "home", x, y, le_cam(x, y, limit), *outcome, settings)


root = Path(sys.argv[1])
skewed = lambda n, shift=0: np.exp(rng.standard_normal(n)) + shift
numbers("shifted", skewed(400), skewed(250, 0.6), "fail", "failed")
numbers("unchanged", skewed(900), skewed(700), "pass", "passed")
numbers("few-rows", skewed(400), skewed(60), "inconclusive", "inconclusive")
numbers("mostly-zero", np.where(rng.random(500) < 0.99, 0, 1), np.where(rng.random(400) < 0.8, 0, 1), "fail", "failed")
draw = lambda n, shares: [f"home {i}" for i in rng.choice(len(shares), n, p=shares)]
words("moved", draw(500, [0.5, 0.3, 0.15, 0.05]), draw(400, [0.1, 0.3, 0.2, 0.4]), "fail", "failed")
words("unchanged", draw(900, [0.5, 0.3, 0.15, 0.05]), draw(600, [0.5, 0.3, 0.15, 0.05]), "pass", "passed")
words("few-rows", draw(500, [0.3, 0.3, 0.2, 0.2]), draw(60, [0.3, 0.3, 0.2, 0.2]), "inconclusive", "inconclusive")
words("harmless", draw(4000, [0.5, 0.3, 0.2]), draw(4000, [0.46, 0.31, 0.23]), "warn", "passed")
