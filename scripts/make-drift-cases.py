#!/usr/bin/env python3
"""Cases of the methods that settings choose: tables, settings, and what SciPy and statsmodels make of them.

    python scripts/make-drift-cases.py test/cases/drift

Writes METHOD/CASE/{reference,current}.csv, settings.yml and expected.json. A status stands here by hand; the number beside it is
computed. The files in the repository were made with SciPy 1.17.1, NumPy 2.4.6 and statsmodels 0.15.0.
"""
import json
import pathlib
import sys

import numpy as np
from scipy import stats
from scipy.optimize import brentq
from scipy.spatial.distance import jensenshannon
from statsmodels.stats.proportion import proportions_ztest

ALPHA = 0.05
ROOT = pathlib.Path(sys.argv[1])


def written(values):
    return [v if isinstance(v, str) else repr(round(float(v), 3)) for v in values]


def case(method, name, columns, settings, status, measured, verdict, also=None):
    """`columns`: name → (reference, current), `measured`: of x."""
    folder = ROOT / method / name
    folder.mkdir(parents=True, exist_ok=True)
    for side, file in enumerate(("reference.csv", "current.csv")):
        rows = zip(*(written(pair[side]) for pair in columns.values()))
        (folder / file).write_text("\n".join([",".join(columns), *map(",".join, rows)]) + "\n")
    lines = ["drift:", "  reference: reference.csv", "  current: current.csv", *settings]
    (folder / "settings.yml").write_text("\n".join(lines) + "\n")
    checks = {"x.distribution": {"status": status, "measured": {"method": method, **measured}}, **(also or {})}
    (folder / "expected.json").write_text(json.dumps({"verdict": verdict, "checks": checks}, indent=2) + "\n")


def rounded(values):
    return np.round(values, 3)


rng = np.random.default_rng(20240517)
x = rounded(rng.normal(10, 2, 240))
y = rounded(rng.normal(11.2, 2.4, 180))
chosen = ["  methods: { numeric: %s }"]


def numeric(method, measured, name="moved", status="fail", verdict="failed", a=x, b=y, more=()):
    case(method, name, {"x": (a, b)}, [f"  methods: {{ numeric: {method} }}", *more], status, measured, verdict)


# ------------------------------------------------------------------ tests of numbers
ks = float(stats.ks_2samp(x, y).statistic)
# SciPy's limiting law is good to 1e-12 absolute only, its exact one to the last digit.
few = x[:20], y[:18]
numeric("cramer-von-mises", {"value": float(stats.ks_2samp(*few).statistic), "pValue": float(stats.cramervonmises_2samp(*few).pvalue)},
        "few-values", "inconclusive", "inconclusive", *few)
numeric("cramer-von-mises", {"value": ks})
numeric("anderson-darling", {"value": ks, "pValue": float(stats.anderson_ksamp([x, y], variant="midrank").pvalue)})
numeric("epps-singleton", {"value": ks, "pValue": float(stats.epps_singleton_2samp(x, y).pvalue)})
coarse = (np.round(x), np.concatenate([np.round(x)[:100], [10.0] * 400]))
case("epps-singleton", "quartiles-alike", {"x": ([5.0] * 300 + [6.0, 7.0], [5.0] * 290 + [8.0, 9.0])},
     ["  methods: { x: epps-singleton }"], "inconclusive", {"value": None}, "inconclusive")
for method, equal in (("welch-t", False), ("student-t", True)):
    t = stats.ttest_ind(y, x, equal_var=equal)
    ci, wider = t.confidence_interval(1 - 2 * ALPHA), t.confidence_interval(1 - ALPHA)
    numeric(method, {"value": float(abs(y.mean() - x.mean()) / x.std()), "pValue": float(t.pvalue),
                     "interval": [float(wider.low / x.std()), float(ci.high / x.std())], "level": 1 - 2 * ALPHA})
u = stats.mannwhitneyu(y, x)
shift = u.statistic / len(x) / len(y) - 0.5
place = lambda a, b: np.array([((b < v).mean() + (b <= v).mean()) / 2 for v in a])
error = np.sqrt(place(x, y).var(ddof=1) / len(x) + place(y, x).var(ddof=1) / len(y))
z, wider = stats.norm.isf(ALPHA), stats.norm.isf(ALPHA / 2)
numeric("mann-whitney", {"value": float(shift), "pValue": float(u.pvalue),
                         "interval": [float(shift - wider * error), float(shift + z * error)]})
big = rounded(rng.normal(0, 1, 3000))
big2 = rounded(rng.normal(0, 1, 3000))
t = stats.ttest_ind(big2, big, equal_var=False)
numeric("welch-t", {"value": float(abs(big2.mean() - big.mean()) / big.std()), "pValue": float(t.pvalue)},
        "unchanged", "pass", "passed", big, big2)

# ------------------------------------------------------------------ distances of numbers
numeric("wasserstein", {"value": float(stats.wasserstein_distance(x, y) / x.std())})
numeric("energy", {"value": float(stats.energy_distance(x, y) / np.sqrt(x.std()))})
same = rounded(rng.normal(10, 2, 200))
numeric("wasserstein", {"value": float(stats.wasserstein_distance(x, same) / x.std())}, "few-rows", "inconclusive", "inconclusive",
        x, same)

# ------------------------------------------------------------------ divergences in bins
def merged(p, q):
    """Bins expected fewer than five times on the smaller side become one, the rarest first."""
    total, small = p + q, min(p.sum(), q.sum()) / (p.sum() + q.sum())
    order = np.argsort(total, kind="stable")
    p, q, total = p[order], q[order], total[order]
    p, q, total = p[total > 0], q[total > 0], total[total > 0]
    taken = min(int((total * small < 5).sum()), len(p) - 1)
    if taken < 1:
        return p, q
    while taken < len(p) - 1 and total[:taken].sum() * small < 5:
        taken += 1
    return np.append(p[:taken].sum(), p[taken:]), np.append(q[:taken].sum(), q[taken:])


def bins(a, b):
    edges = np.unique(np.quantile(a, np.arange(1, 10) / 10))
    count = lambda v: np.bincount(np.searchsorted(edges, v, side="left"), minlength=len(edges) + 1).astype(float)
    return merged(count(a), count(b))


def divergence(p, q, limit, of, to_psi, from_psi, most):
    """p of the hypothesis that the divergence is no larger than the limit."""
    n, m = p.sum(), q.sum()
    f, df = 1 / n + 1 / m, len(p) - 1
    effect = float(of(p / n, q / m))
    s = to_psi(effect) / f
    nc = lambda chance: 0.0 if stats.ncx2.cdf(s, df, 0) <= chance else brentq(
        lambda v: stats.ncx2.cdf(s, df, v) - chance, 0, 10 * s + 100, xtol=1e-13, rtol=1e-15)
    low, high = (float(from_psi(nc(c) * f)) for c in (1 - ALPHA, ALPHA))
    p_value = max(stats.chi2_contingency([p, q], correction=False).pvalue, stats.ncx2.sf(s, df, to_psi(limit) / f))
    return {"value": effect, "pValue": float(p_value), "interval": [min(effect, low), min(most, max(effect, high))]}


def decided(found, limit):
    if found["value"] > limit and found["pValue"] <= ALPHA:
        return "fail", "failed"
    return ("inconclusive", "inconclusive") if found["interval"][1] > limit else ("pass", "passed")


def psi(p, q):
    p, q = np.maximum(p, 1e-4), np.maximum(q, 1e-4)
    return ((q - p) * np.log(q / p)).sum()


LN2 = np.log(2)
HARMLESS = {"psi": 0.1, "jensen-shannon": 0.1, "jensen-shannon-divergence": 0.01, "kullback-leibler": 0.05, "hellinger": 0.1}
DIVERGENCES = {
    "psi": (psi, lambda e: e, lambda e: e, 2 * np.log(1e4)),
    "jensen-shannon": (lambda p, q: jensenshannon(p, q, 2), lambda e: 8 * LN2 * e * e, lambda e: np.sqrt(e / 8 / LN2), 1.0),
    "jensen-shannon-divergence": (lambda p, q: jensenshannon(p, q, 2) ** 2, lambda e: 8 * LN2 * e, lambda e: e / 8 / LN2, 1.0),
    "kullback-leibler": (lambda p, q: stats.entropy(np.maximum(p, 1e-4), np.maximum(q, 1e-4)), lambda e: 2 * e, lambda e: e / 2,
                         np.log(1e4)),
    "hellinger": (lambda p, q: np.sqrt(((np.sqrt(p) - np.sqrt(q)) ** 2).sum() / 2), lambda e: 8 * e * e,
                  lambda e: np.sqrt(e / 8), 1.0),
}
wide = rounded(rng.exponential(5, 1500)), rounded(rng.exponential(5, 1200))
kinds = lambda n, shares: [f"k{i}" for i in rng.choice(len(shares), n, p=shares)]
words = kinds(600, [0.4, 0.3, 0.2, 0.09, 0.01]), kinds(500, [0.3, 0.3, 0.2, 0.19, 0.01])


def counts(a, b):
    names = list(dict.fromkeys([*a, *b]))
    return np.array([a.count(k) for k in names], dtype=float), np.array([b.count(k) for k in names], dtype=float)


for method, definition in DIVERGENCES.items():
    harmless = HARMLESS[method]
    found = divergence(*bins(x, y), harmless, *definition)
    numeric(method, found, "moved", *decided(found, harmless))
    limit = round(divergence(*bins(*wide), harmless, *definition)["interval"][1] * 1.01, 6)
    found = divergence(*bins(*wide), limit, *definition)
    numeric(method, found, "unchanged", *decided(found, limit), *wide, more=[f"  limits: {{ {method}: {limit:.6f} }}"])
    found = divergence(*merged(*counts(*words)), harmless, *definition)
    status, verdict = decided(found, harmless)
    case(method, "categories", {"x": words}, [f"  methods: {{ categorical: {method} }}"], status, found, verdict)

# ------------------------------------------------------------------ categories
p, q = counts(*words)
case("l-infinity", "moved-share", {"x": words}, ["  methods: { x: l-infinity }", "  max-effect: 0.05"], "fail",
     {"value": float(np.abs(p / p.sum() - q / q.sum()).max()),
      "pValue": float(stats.chi2_contingency(np.array(merged(p, q)), correction=False).pvalue)}, "failed")
p, q = merged(p, q)
share = p.sum() * q.sum() / (p.sum() + q.sum()) ** 2
for method, lambda_ in (("chi-squared", "pearson"), ("g-test", "log-likelihood")):
    test = stats.chi2_contingency([p, q], correction=False, lambda_=lambda_)
    found = divergence(p, q, 0.1, lambda a, b: np.sqrt(test.statistic / (p.sum() + q.sum())), lambda e: e * e / share,
                       lambda e: np.sqrt(e * share), 1.0)
    status, verdict = decided(found, 0.1)
    case(method, "moved-shares", {"x": words}, [f"  methods: {{ categorical: {method} }}"], status, found, verdict)

# ------------------------------------------------------------------ two categories
flags = (["true"] * 150 + ["false"] * 250, ["true"] * 160 + ["False"] * 140)
score = lambda k, n, z: ((k + z * z / 2) / (n + z * z), z * np.sqrt(k * (n - k) / n + z * z / 4) / (n + z * z))


def newcombe(k, n, l, m, z):
    (c1, w1), (c2, w2) = score(k, n, z), score(l, m, z)
    p1, p2 = k / n, l / m
    return [float(p1 - p2 - np.hypot(p1 - c1 + w1, c2 + w2 - p2)), float(p1 - p2 + np.hypot(c1 + w1 - p1, p2 - c2 + w2))]


interval = [newcombe(160, 300, 150, 400, wider)[0], newcombe(160, 300, 150, 400, z)[1]]
value = 160 / 300 - 150 / 400
case("two-proportions", "truth-moved", {"x": flags}, ["  methods: { boolean: two-proportions }"], "fail",
     {"value": value, "pValue": float(proportions_ztest([160, 150], [300, 400])[1]), "interval": interval}, "failed",
     {"x.unseen-categories": {"status": "pass", "measured": {"value": 0}}})
case("fisher-exact", "truth-moved", {"x": flags}, ["  methods: { boolean: fisher-exact }"], "fail",
     {"value": value, "pValue": float(stats.fisher_exact([[160, 140], [150, 250]]).pvalue), "interval": interval}, "failed")
case("fisher-exact", "three-categories", {"x": (["a", "b"] * 100, ["a", "b", "b", "c"] * 50)},
     ["  methods: { x: fisher-exact }", "  max-unseen-share: 0.5"], "inconclusive", {"value": None}, "inconclusive")

# ------------------------------------------------------------------ whole rows, whose halves are drawn: only MMD and lengths have a number here
def mmd2(a, b):
    z = np.vstack([a, b])
    d = ((z[:, None] - z[None]) ** 2).sum(-1)
    k = np.exp(-d / np.median(d[np.triu_indices(len(z), 1)]))
    np.fill_diagonal(k, 0)
    n, m = len(a), len(b)
    return float(k[:n, :n].sum() / n / (n - 1) + k[n:, n:].sum() / m / (m - 1) - 2 * k[:n, n:].mean())


def joint(method, name, columns, settings, status, verdict, subject, measured=None, also=()):
    case(method, name, columns, settings, status, {}, verdict)
    path = ROOT / method / name / "expected.json"
    check = {f"{subject}.distribution": {"status": status, "measured": {"method": method, **(measured or {})}}}
    path.write_text(json.dumps({"verdict": verdict, "checks": check}, indent=2) + "\n")


def cloud(n, turned):
    base = rng.normal(size=(n, 3))
    base[:, 1] = (-0.9 if turned else 0.9) * base[:, 0] + 0.3 * base[:, 1]
    return np.round(base, 2)


before, after, still = cloud(300, False), cloud(240, True), cloud(260, False)
as_columns = lambda a, b: {f"e{i}": (list(a[:, i]), list(b[:, i])) for i in range(3)}
vector = ["  embeddings: { vector: [e0, e1, e2] }"]
joint("mmd", "turned", as_columns(before, after), vector, "fail", "failed", "vector", {"value": mmd2(before, after)})
joint("mmd", "unchanged", as_columns(before, still), vector, "pass", "passed", "vector",
      {"value": max(0.0, mmd2(before, still))})
for method in ("domain-classifier", "pca-reconstruction"):
    joint(method, "turned", as_columns(before, after), [*vector, f"  methods: {{ embedding: {method} }}"],
          "fail", "failed", "vector")
mixed = {"x": (list(np.round(rng.normal(size=500), 2)), list(np.round(rng.normal(1.5, 1, size=500), 2))),
         "c": (kinds(500, [0.5, 0.5]), kinds(500, [0.5, 0.5]))}
joint("domain-classifier", "rows-moved", mixed, ["  methods: { rows: domain-classifier }"], "fail", "failed", "(rows)")
WORDS = "the loan was paid back late again by a good client who asked for more time and got it in may".split()
NEW = "crypto wallet token chain swap".split()


def text(new):
    words = [str(w) for w in rng.choice(WORDS, int(rng.integers(6, 14)))]
    if new:
        words = words[: len(words) // 2] + [str(w) for w in rng.choice(NEW, 3)]
    return " ".join(words)


notes = {"note": ([text(False) for _ in range(300)], [text(True) for _ in range(300)])}
lengths = [[len(t) for t in side] for side in notes["note"]]
for method in ("text-classifier", "text-length", "text-vocabulary"):
    joint(method, "new-words", notes, [f"  methods: {{ note: {method} }}"], "fail", "failed", "note",
          {"value": float(stats.ks_2samp(*lengths).statistic), "pValue": float(stats.ks_2samp(*lengths).pvalue)}
          if method == "text-length" else None)
