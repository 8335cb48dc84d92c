#!/usr/bin/env python3
"""Reference values for the operational series: STL, generalised ESD, beta-binomial tails, control charts, order statistics.

    python scripts/make-series-vectors.py > test/fixtures/goldens/series.json

Inputs come from a small generator that the test repeats, so that the file holds results only. The file in the repository was made with
SciPy 1.17.1, NumPy 2.4.6, statsmodels 0.15.0 and mpmath.
"""
import json
import math
import sys

import mpmath as mp
import numpy as np
from scipy import stats
from statsmodels.tsa.seasonal import STL


def draws(seed, n):
    state, out = seed, []
    for _ in range(n):
        state = (1664525 * state + 1013904223) % 2**32
        out.append((state + 0.5) / 2**32)
    return out


def season(seed, n, period):
    """A season, a trend, noise, and every 17th value far off."""
    return [10 * math.sin(2 * math.pi * i / period) + 0.05 * i + 4 * u + (30 if i % 17 == 16 else 0) for i, u in enumerate(draws(seed, n))]


def decompositions():
    out = []
    for seed, n, period, seasonal, robust, jump in [(1, 60, 12, 7, True, 1), (2, 61, 12, 7, False, 1), (3, 100, 24, 13, True, 1), (4, 50, 7, 7, True, 1),
                                                    (5, 97, 24, 7, True, 3), (6, 60, 12, 9, False, 4), (7, 36, 12, 7, True, 1)]:
        fit = STL(np.array(season(seed, n, period)), period=period, seasonal=seasonal, robust=robust, seasonal_jump=jump, trend_jump=jump, low_pass_jump=jump).fit()
        out.append({"seed": seed, "n": n, "period": period, "seasonal": seasonal, "robust": robust, "jump": jump,
                    "season": list(map(float, fit.seasonal)), "trend": list(map(float, fit.trend))})
    return out


def esd(x, most, alpha):
    """Rosner (1983), equations 1.1 to 1.4; written out with NumPy."""
    left, index, n, steps = np.array(x), np.arange(len(x)), len(x), []
    for i in range(1, most + 1):
        at = int(np.argmax(np.abs(left - left.mean())))
        r = abs(left[at] - left.mean()) / left.std(ddof=1)
        t = stats.t.isf(alpha / (2 * (n - i + 1)), n - i - 1)
        steps.append([int(index[at]), float(r), float((n - i) * t / math.sqrt((n - i - 1 + t * t) * (n - i + 1)))])
        left, index = np.delete(left, at), np.delete(index, at)
    last = max([i + 1 for i, (_, r, c) in enumerate(steps) if r > c], default=0)
    return {"steps": steps, "outliers": [s[0] for s in steps[:last]]}


# Rosner's own example (Technometrics 25, 1983), 54 values; also in the NIST/SEMATECH handbook, 1.3.5.17.3: three outliers, R1 3.118 and so on.
ROSNER = [-0.25, 0.68, 0.94, 1.15, 1.20, 1.26, 1.26, 1.34, 1.38, 1.43, 1.49, 1.49, 1.55, 1.56, 1.58, 1.65, 1.69, 1.70, 1.76, 1.77, 1.81, 1.91, 1.94,
          1.96, 1.99, 2.06, 2.09, 2.10, 2.14, 2.15, 2.23, 2.24, 2.26, 2.35, 2.37, 2.40, 2.47, 2.54, 2.62, 2.64, 2.90, 2.92, 2.92, 2.93, 3.21, 3.26,
          3.30, 3.59, 3.68, 4.30, 4.64, 5.34, 5.42, 6.01]


def tails():
    out = []
    for n, a, b in [(10, 2.0, 3.0), (400, 1.5, 480.0), (100000, 30.0, 9970.0), (1000000, 3e5, 1e8), (50, 0.3, 0.4), (288, 1205.5, 401000.5)]:
        d = stats.betabinom(n, a, b)
        mean = n * a / (a + b)
        for x in sorted({0, int(mean / 3), int(mean), int(mean * 1.5) + 2, min(n, int(mean * 3) + 5)}):
            out.append({"n": n, "a": a, "b": b, "x": x})
            # SciPy's sums lose digits where n is large: summed here from exact logarithms at 50 digits.
            mp.mp.dps = 60
            def logpmf(k):
                return (mp.loggamma(n + 1) - mp.loggamma(k + 1) - mp.loggamma(n - k + 1) + mp.loggamma(k + a) + mp.loggamma(n - k + b)
                        - mp.loggamma(n + mp.mpf(a) + b) + mp.loggamma(mp.mpf(a) + b) - mp.loggamma(mp.mpf(a)) - mp.loggamma(mp.mpf(b)))
            def tail(frm, step):
                term, total, k = mp.e ** logpmf(frm) if 0 <= frm <= n else mp.mpf(0), mp.mpf(0), frm
                while 0 <= k <= n:
                    total += term
                    if term < total * mp.mpf(10) ** -40:
                        break
                    if step == 1:
                        term *= mp.mpf(n - k) * (a + k) / (mp.mpf(k + 1) * (b + n - k - 1)) if k < n else 0
                    else:
                        term *= mp.mpf(k) * (b + n - k) / (mp.mpf(n - k + 1) * (a + k - 1)) if k > 0 else 0
                    k += step
                return total
            upper, lower = tail(x + 1, 1), tail(x, -1)
            assert abs(float(upper) - d.sf(x)) < 1e-4 + 1e-4 * d.sf(x) or n > 1e5
            out[-1].update(pmf=float(mp.e ** logpmf(x)), sf=float(upper), cdf=float(lower))
    return out


def charts():
    z = [4 * (u - 0.5) + (1.2 if 40 <= i < 80 else 0) for i, u in enumerate(draws(11, 120))]
    up, down, tabular = 0.0, 0.0, []
    for i, v in enumerate(z):   # Montgomery, Statistical Quality Control, 9.1.2
        up, down = max(0, up + v - 0.5), max(0, down - v - 0.5)
        if up > 5:
            tabular.append([i, 1, up]); up = 0.0
        if down > 5:
            tabular.append([i, -1, down]); down = 0.0
    e, moving = 0.0, []
    for i, v in enumerate(z):   # Montgomery, 9.2
        e = 0.2 * v + 0.8 * e
        moving.append(e / math.sqrt(0.2 / 1.8 * (1 - 0.8 ** (2 * (i + 1)))))
    hinkley = []
    for side in (1, -1):
        n, mean, total, least = 0, 0.0, 0.0, 0.0
        for i, v in enumerate(z):
            n += 1; mean += (v - mean) / n
            total += side * (v - mean) - 0.1
            least = min(least, total)
            if total - least > 6:
                hinkley.append([i, side, total - least]); n, mean, total, least = 0, 0.0, 0.0, 0.0
    return {"cusum": tabular, "ewma": moving, "page-hinkley": sorted(hinkley, key=lambda a: (a[0], -a[1]))}


def ranks():
    """By definition: the largest l with P(B <= l - 1) <= tail, the smallest u with P(B >= u) <= tail."""
    out = []
    for n, q, level in [(20, 0.5, 0.95), (100, 0.95, 0.9), (1000, 0.99, 0.95), (30, 0.95, 0.95), (5, 0.5, 0.99), (2000, 0.95, 0.999)]:
        tail = (1 - level) / 2
        lower = max([l for l in range(1, n + 1) if stats.binom.cdf(l - 1, n, q) <= tail], default=None)
        upper = min([u for u in range(1, n + 1) if stats.binom.sf(u - 1, n, q) <= tail], default=None)
        out.append({"n": n, "q": q, "level": level, "lower": lower, "upper": upper})
    return out


json.dump({
    "stl": decompositions(),
    "esd": [{"name": "Rosner 1983", "x": ROSNER, "most": 10, "alpha": 0.05, **esd(ROSNER, 10, 0.05)}]
    + [{"name": f"draws {s}", "x": [round(stats.norm.ppf(u), 6) for u in draws(s, 30)] + extra, "most": 6, "alpha": 0.01,
        **esd([round(stats.norm.ppf(u), 6) for u in draws(s, 30)] + extra, 6, 0.01)} for s, extra in [(21, [9.0, 8.5]), (22, [])]],
    "beta-binomial": tails(),
    "charts": charts(),
    "ranks": ranks(),
}, sys.stdout)
print()
