"""Writes the case folders beside it: predictions, settings and what scikit-learn, SciPy and mpmath say about them.

    python make_cases.py

Needs numpy, scipy, scikit-learn and mpmath. Intervals are computed here from their definitions, not by the formulas
that Proofmark uses: DeLong over all pairs, Tango by maximising the constrained likelihood, bounds by root finding.
"""

import json
from itertools import permutations
from pathlib import Path

import mpmath as mp
import numpy as np
from scipy import optimize, stats
from sklearn import metrics as sk

mp.mp.dps = 40
HERE = Path(__file__).parent
EPS = np.finfo(float).eps
SURPRISE = -np.log(EPS)


# Intervals -----------------------------------------------------------------


def clopper_pearson(k, n, level):
    interval = stats.binomtest(k, n).proportion_ci(level, method="exact")
    return [interval.low, interval.high]


def student(values, level):
    return list(stats.t.interval(level, len(values) - 1, np.mean(values), stats.sem(values)))


def pairs(model):
    """Every pair of a positive and a negative row: 1 ordered rightly, 0.5 tied, 0 ordered wrongly."""
    s, y = model["scores"], model["labels"]
    difference = s[y == 1][:, None] - s[y == 0][None, :]
    return (difference > 0) + 0.5 * (difference == 0)


def delong_parts(kernel):
    """Of either class: the variance of the mean of its placement values, and its rows."""
    placed = (kernel.mean(1), kernel.mean(0))
    return [(p.var(ddof=1) / len(p), len(p)) for p in placed]


def satterthwaite(parts, level):
    """Standard error, and Student's reach."""
    total = sum(v for v, _ in parts)
    df = total**2 / sum(v**2 / (rows - 1) for v, rows in parts)
    return np.sqrt(total), stats.t.isf((1 - level) / 2, df) * np.sqrt(total)


def in_logit(area, parts, level):
    """Student's in the logit of the area, by the delta method."""
    reach = satterthwaite(parts, level)[1] / (area * (1 - area))
    return 1 / (1 + np.exp(-(np.log(area / (1 - area)) + np.array([-reach, reach]))))


def delong_logit(kernel, level):
    """As wide as that of the rows, and that of the rows and one more of each class with the placement value one half."""
    area = kernel.mean()
    placed = [np.append(p, 0.5) for p in (kernel.mean(1), kernel.mean(0))]
    more = [(p.var(ddof=1) / len(p), len(p)) for p in placed]
    shifted = placed[0].mean() + placed[1].mean() - area
    return widest(in_logit(area, delong_parts(kernel), level), in_logit(shifted, more, level))


def widest(one, other):
    return [min(one[0], other[0]), max(one[1], other[1])]


def delong_paired(challenger, champion, level):
    """As wide as Student's, and as MOVER's from the models' own intervals in the logit."""
    gain = challenger - champion
    se, reach = satterthwaite(delong_parts(gain), level)
    own, its = challenger.mean(), champion.mean()
    (own_low, own_high), (its_low, its_high) = (own_interval(k, level) for k in (challenger, champion))
    own_se, its_se = (satterthwaite(delong_parts(k), level)[0] for k in (challenger, champion))
    rho = (own_se**2 + its_se**2 - se**2) / (2 * own_se * its_se) if own_se * its_se > 0 else 0
    recovered = lambda a, b: np.sqrt(max(0, a * a + b * b - 2 * rho * a * b))
    mover = [own - its - recovered(own - own_low, its_high - its), own - its + recovered(own_high - own, its - its_low)]
    return widest([gain.mean() - reach, gain.mean() + reach], mover)


def own_interval(kernel, level):
    if few(kernel.sum(0)) or few(kernel.sum(1)):
        return chernoff_hoeffding(kernel.mean(), min(kernel.shape), level)
    return in_logit(kernel.mean(), delong_parts(kernel), level)


def chernoff_hoeffding(mean, n, level):
    """The means that n times the Kullback-Leibler divergence does not exceed ln(2 / alpha) of."""
    mean, reach = mp.mpf(float(mean)), mp.log(2 / (1 - mp.mpf(level))) / n
    term = lambda p, q: mp.mpf(0) if p == 0 else p * mp.log(p / q)
    excess = lambda t: term(mean, t) + term(1 - mean, 1 - t) - reach
    tiny = mp.mpf(10) ** -30
    low = 0 if mean == 0 else mp.findroot(excess, (tiny, mean - tiny), solver="anderson", tol=1e-25, maxsteps=500)
    high = 1 if mean == 1 else mp.findroot(excess, (mean + tiny, 1 - tiny), solver="anderson", tol=1e-25, maxsteps=500)
    return [float(low), float(high)]


def tango(gained, lost, n, level):
    """Differences that the score test does not reject, its nuisance share maximising the constrained likelihood."""
    z = mp.mpf(stats.norm.isf((1 - level) / 2))

    def score(delta):
        # Likelihood of (gained, lost, neither) at (q + delta, q, 1 - 2q - delta); its derivative falls in q.
        share = lambda count, p: count / p if count else 0
        slope = lambda q: share(gained, q + delta) + share(lost, q) - share(2 * (n - gained - lost), 1 - 2 * q - delta)
        low, high = max(mp.mpf(0), -delta), (1 - delta) / 2
        for _ in range(140):
            middle = (low + high) / 2
            low, high = (middle, high) if slope(middle) > 0 else (low, middle)
        return (gained - lost - n * delta) / mp.sqrt(n * (2 * low + delta - delta**2))

    def end(inside, outside):
        for _ in range(100):
            middle = (inside + outside) / 2
            inside, outside = (middle, outside) if abs(score(middle)) <= z else (inside, middle)
        return float(inside)

    estimate = mp.mpf(gained - lost) / n
    return [end(estimate, mp.mpf(-1)), end(estimate, mp.mpf(1))]


# Metrics: value, interval, rows; and the gain over the champion ---------------


def counts(model):
    tn, fp, fn, tp = (int(c) for c in sk.confusion_matrix(model["labels"], model["predicted"], labels=[0, 1]).ravel())
    return tp, fp, fn, tn


def proportion(value, k, n):
    return lambda model, level: (value(model), clopper_pearson(k(*counts(model)), n(*counts(model)), level), n(*counts(model)))


def paired_proportion(keep):
    def compare(challenger, champion, level):
        rows = keep(challenger["labels"])
        right = lambda model: (model["predicted"] == model["labels"])[rows]
        gained = int((right(challenger) & ~right(champion)).sum())
        lost = int((~right(challenger) & right(champion)).sum())
        return (gained - lost) / int(rows.sum()), tango(gained, lost, int(rows.sum()), level), int(rows.sum())

    return compare


def balanced_accuracy(model, level):
    tp, fp, fn, tn = counts(model)
    each = 2 * np.sqrt((1 + level) / 2) - 1
    recall, specificity = clopper_pearson(tp, tp + fn, each), clopper_pearson(tn, tn + fp, each)
    interval = [(r + s) / 2 for r, s in zip(recall, specificity)]
    return sk.balanced_accuracy_score(model["labels"], model["predicted"]), interval, len(model["labels"])


def balanced_accuracy_gain(challenger, champion, level):
    """Each end as far away as the hypotenuse of Tango's two, halved."""
    (r, recall, m), (s, specificity, n) = (
        paired_proportion(lambda y, one=one: y == one)(challenger, champion, level) for one in (1, 0)
    )
    middle, reach = (r + s) / 2, lambda end: np.hypot(r - recall[end], s - specificity[end]) / 2
    return middle, [middle - reach(0), middle + reach(1)], m + n


def precision(model, level):
    tp, fp, fn, tn = counts(model)
    if tp + fp == 0:
        return None, None, 0
    return sk.precision_score(model["labels"], model["predicted"]), clopper_pearson(tp, tp + fp, level), tp + fp


def bootstrapped_gain(value):
    """Difference of a metric of the confusion counts, by SciPy's BCa bootstrap of rows; few rows that differ are bounded."""

    def moved(table, ways, rows):
        """Once so many rows moved, the first way as far as its rows go, then the next."""
        own = table.astype(float).copy()
        for source, target in ways:
            some = min(rows, table[source])
            own[source] -= some
            own[target] += some
            rows -= some
        return value(*own)

    def compare(challenger, champion, level):
        y, a, b = challenger["labels"], challenger["predicted"], champion["predicted"]
        table = np.array(counts(champion))
        n, gain = len(y), value(*counts(challenger)) - value(*table)
        if (a != b).sum() >= 20:
            cells = lambda y, p: [(p & y).sum(-1), (p & ~y).sum(-1), (~p & y).sum(-1), (~p & ~y).sum(-1)]
            statistic = lambda y, a, b, axis=-1: value(*cells(y, a)) - value(*cells(y, b))
            found = stats.bootstrap((y == 1, a == 1, b == 1), statistic, paired=True, vectorized=True, n_resamples=40_000,
                                    batch=2_000, confidence_level=level, method="BCa", rng=np.random.default_rng(5))
            return gain, list(found.confidence_interval), n, 0.05
        # Cells in the order tp, fp, fn, tn; a row moves between tp and fn, or between fp and tn.
        ways = {(0, 2): (y == 1) & (b == 1) & (a == 0), (2, 0): (y == 1) & (b == 0) & (a == 1),
                (1, 3): (y == 0) & (b == 1) & (a == 0), (3, 1): (y == 0) & (b == 0) & (a == 1)}
        whole = value(*table)
        effects = {way: moved(table, [way], 1) - whole for way in ways if table[way[0]] > 0}

        def reach(sign):
            chosen = [way for way, effect in effects.items() if sign * effect > 0]
            seen = int(sum(ways[way].sum() for way in chosen))
            # Without a way to get better there is nothing to gain.
            rows = n * clopper_pearson(seen, n, level)[1]
            return max(sign * (moved(table, order, rows) - whole) for order in permutations(chosen))

        return gain, [min(-reach(-1), gain), max(reach(1), gain)], n

    return compare


def f1(model, level):
    tp, fp, fn, tn = counts(model)
    interval = [2 * j / (1 + j) for j in clopper_pearson(tp, tp + fp + fn, level)]
    return sk.f1_score(model["labels"], model["predicted"]), interval, tp + fp + fn


def few(values):
    return len(values) - np.unique(values, return_counts=True)[1].max() < 10


def auc(model, level):
    kernel = pairs(model)
    value = sk.roc_auc_score(model["labels"], model["scores"])
    degenerate = few(kernel.sum(0)) or few(kernel.sum(1))
    if degenerate:
        interval = chernoff_hoeffding(kernel.mean(), min(kernel.shape), level)
    else:
        interval = delong_logit(kernel, level)
    return value, interval, len(model["labels"])


def auc_gain(challenger, champion, level):
    gain = pairs(challenger) - pairs(champion)
    if few(gain.sum(0)) or few(gain.sum(1)):
        k = min(gain.shape)
        interval = [
            -chernoff_hoeffding(np.maximum(-gain, 0).mean(), k, level)[1],
            chernoff_hoeffding(np.maximum(gain, 0).mean(), k, level)[1],
        ]
    else:
        interval = delong_paired(pairs(challenger), pairs(champion), level)
    return gain.mean(), interval, gain.shape[0] + gain.shape[1]


def squares(model):
    return (model["scores"] - model["labels"]) ** 2


def surprises(model):
    own = np.where(model["labels"] == 1, model["scores"], 1 - model["scores"])
    return -np.log(np.clip(own, EPS, 1 - EPS))


def loss(value, losses, greatest):
    def estimate(model, level):
        rows = losses(model)
        degenerate = [greatest * end for end in chernoff_hoeffding(rows.mean() / greatest, len(rows), level)]
        return value(model), degenerate if few(rows) else student(rows, level), len(rows)

    def compare(challenger, champion, level):
        gain = losses(champion) - losses(challenger)
        if not few(gain):
            return gain.mean(), student(gain, level), len(gain)
        ends = [greatest * chernoff_hoeffding(np.maximum(s * gain, 0).mean() / greatest, len(gain), level)[1] for s in (-1, 1)]
        return gain.mean(), [-ends[0], ends[1]], len(gain)

    return estimate, compare


METRICS = {
    "accuracy": (
        proportion(
            lambda m: sk.accuracy_score(m["labels"], m["predicted"]),
            lambda tp, fp, fn, tn: tp + tn,
            lambda tp, fp, fn, tn: tp + fp + fn + tn,
        ),
        paired_proportion(lambda y: y >= 0),
    ),
    "recall": (
        proportion(
            lambda m: sk.recall_score(m["labels"], m["predicted"]),
            lambda tp, fp, fn, tn: tp,
            lambda tp, fp, fn, tn: tp + fn,
        ),
        paired_proportion(lambda y: y == 1),
    ),
    "specificity": (
        proportion(
            lambda m: sk.recall_score(m["labels"], m["predicted"], pos_label=0),
            lambda tp, fp, fn, tn: tn,
            lambda tp, fp, fn, tn: tn + fp,
        ),
        paired_proportion(lambda y: y == 0),
    ),
    "balanced-accuracy": (balanced_accuracy, balanced_accuracy_gain),
    "precision": (precision, bootstrapped_gain(lambda tp, fp, fn, tn: tp / (tp + fp))),
    "f1": (f1, bootstrapped_gain(lambda tp, fp, fn, tn: 2 * tp / (2 * tp + fp + fn))),
    "auc": (auc, auc_gain),
    "brier": loss(lambda m: sk.brier_score_loss(m["labels"], m["scores"]), squares, 1),
    "log-loss": loss(lambda m: sk.log_loss(m["labels"], m["scores"], labels=[0, 1]), surprises, SURPRISE),
}


# Cases -----------------------------------------------------------------------


def noisy(seed, n, share, strength, decimals):
    """Labels, and two scores of the same rows that agree in part; few decimals make ties, some on the threshold."""
    rng = np.random.default_rng(seed)
    labels = (rng.random(n) < share).astype(int)
    common = rng.normal(size=n) + strength * labels
    score = lambda: np.round(1 / (1 + np.exp(-(common + 0.5 * rng.normal(size=n) - strength / 2))), decimals)
    return labels, score(), score()


def separated(n):
    labels = np.array([0, 1] * (n // 2))
    return labels, np.where(labels == 1, 0.9, 0.1)


def case(metric, name, labels, scores, champion=None, threshold=0.5, level=0.95, checks=None, claims=()):
    folder = HERE / "binary" / metric / name
    folder.mkdir(parents=True, exist_ok=True)
    model = lambda s: {"labels": labels, "scores": s, "predicted": (s >= threshold).astype(int)}
    estimate, compare = METRICS[metric]
    value, interval, n = estimate(model(scores), level)
    expected = {"value": value, "interval": interval, "n": n}
    if champion is not None and compare:
        gain, gain_interval, gain_n, *within = compare(model(scores), model(champion), level)
        expected["gain"] = {"value": gain, "interval": gain_interval, "n": gain_n}
        if within:
            expected["gain"]["within"] = within[0]
    if checks:
        expected["checks"] = checks
    write(folder / "predictions.csv", labels, scores)
    lines = ["certify:", "  predictions: predictions.csv"]
    if champion is not None:
        write(folder / "champion.csv", labels, champion, shuffle=True)
        lines.append("  champion: champion.csv")
    lines += ["  label: outcome", "  positive: 'yes'", f"  threshold: {threshold}", f"  level: {level}"]
    if claims:
        lines += ["  claims:", *(f"    - {claim}" for claim in claims)]
    (folder / "proofmark.yml").write_text("\n".join(lines) + "\n")
    (folder / "expected.json").write_text(json.dumps(expected, indent=1, default=float) + "\n")


def write(path, labels, scores, shuffle=False):
    rows = [f"r{i},{'yes' if y else 'no'},{float(s)!r}" for i, (y, s) in enumerate(zip(labels, scores))]
    path.write_text("\n".join(["id,outcome,score", *(rows[::-1] if shuffle else rows)]) + "\n")


def main():
    labels, a, b = noisy(1, 240, 0.35, 1.6, 2)
    few_labels, few_a, few_b = noisy(2, 60, 0.3, 1.0, 1)
    apart, perfect = separated(80)
    one_swap = perfect.copy()
    one_swap[[0, 1]] = one_swap[[1, 0]]

    for metric, (_, compare) in METRICS.items():
        case(metric, "with-ties", labels, a, b)
        case(metric, "few-rows-at-90-percent", few_labels, few_a, few_b, threshold=0.4, level=0.9)
        case(metric, "perfect", apart, perfect)
        if compare:
            case(metric, "identical-champion", labels, a, a)
            case(metric, "one-pair-worse", apart, one_swap, perfect)
    sharp_labels, sharp, _ = noisy(3, 200, 0.4, 4.0, 2)
    case("auc", "above-0.95", sharp_labels, sharp)
    case("auc", "below-0.05", sharp_labels, np.round(1 - sharp, 2))
    case("auc", "constant-score", labels, np.full(len(labels), 0.3))
    case("brier", "constant-score", labels, np.full(len(labels), 0.5))
    case("log-loss", "certain-and-wrong", labels, np.where(np.arange(len(labels)) % 9 == 0, 1 - labels, labels).astype(float))
    nobody = np.minimum(a, 0.49)
    case(
        "precision",
        "nobody-predicted-positive",
        labels,
        nobody,
        claims=["precision >= 0.1"],
        checks={"precision.floor": "inconclusive"},
    )
    case(
        "balanced-accuracy",
        "decided-by-its-interval",
        labels,
        a,
        claims=["balanced accuracy >= 0.5", "balanced accuracy >= 0.99"],
        checks={"balanced-accuracy.floor": "pass", "balanced-accuracy.floor-2": "fail"},
    )


main()
