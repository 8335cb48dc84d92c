"""Writes the case folders beside it: predictions, settings and which checks must say what.

    python make_cases.py

Needs numpy. Every case is small, and made so that what it shows holds by a wide margin.
"""

import json
from pathlib import Path

import numpy as np

HERE = Path(__file__).parent
BASE = "certify:\n  predictions: predictions.csv\n"


def table(ids, labels, scores, **columns):
    head = ",".join(["id", "label", "score", *columns])
    rows = zip(ids, labels, scores, *columns.values())
    return "\n".join([head, *(",".join(cell(value) for value in row) for row in rows)]) + "\n"


def cell(value):
    return f"{value:.4f}" if isinstance(value, float) else str(value)


def model(seed, n, strength, first=0):
    """Rows whose scores part the classes the more, the greater the strength."""
    random = np.random.default_rng(seed)
    labels = random.permutation(np.arange(n) % 2)
    scores = 1 / (1 + np.exp(-random.normal(strength * (labels - 0.5), 1)))
    return [f"r{first + i}" for i in range(n)], labels.tolist(), scores.tolist()


def write(check, case, files, settings, expected):
    folder = HERE / check / case
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text)
    (folder / "proofmark.yml").write_text(BASE + settings)
    (folder / "expected.json").write_text(json.dumps(expected, indent=2) + "\n")


CLAIM = "  claims: ['auc >= 0.6']\n"
ids, labels, scores = model(1, 200, 2)
good = table(ids, labels, scores)

write("naive-baseline", "better", {"predictions.csv": good}, CLAIM, {"naive-baseline": "pass"})
write(
    "naive-baseline",
    "knows-nothing",
    {"predictions.csv": table(*model(2, 200, 0))},
    CLAIM,
    {"naive-baseline": "warn"},
)
write(
    "naive-baseline",
    "classes-swapped",
    {"predictions.csv": table(ids, [1 - label for label in labels], scores)},
    CLAIM,
    {"naive-baseline": "warn"},
)

write("suspicious-perfection", "ordinary", {"predictions.csv": good}, CLAIM, {"suspicious-perfection": "pass"})
write(
    "suspicious-perfection",
    "knows-the-answer",
    {"predictions.csv": table(ids, labels, [0.1 + 0.8 * label for label in labels])},
    CLAIM,
    {"suspicious-perfection": "warn"},
)

TRAIN = CLAIM + "  train: train.csv\n"
write(
    "train-test-gap",
    "as-good",
    {"predictions.csv": table(*model(3, 600, 4)), "train.csv": table(*model(4, 600, 4, 10_000))},
    TRAIN,
    {"train-test-gap.auc": "pass", "train-overlap": "pass"},
)
write(
    "train-test-gap",
    "by-heart",
    {"predictions.csv": table(*model(5, 200, 0.8)), "train.csv": table(*model(6, 200, 5, 10_000))},
    TRAIN,
    {"train-test-gap.auc": "fail"},
)
write(
    "train-test-gap",
    "too-few-rows",
    {"predictions.csv": table(*model(7, 60, 1)), "train.csv": table(*model(8, 60, 1.6, 10_000))},
    TRAIN,
    {"train-test-gap.auc": "inconclusive"},
)
write(
    "train-test-gap",
    "one-class-in-training",
    {"predictions.csv": good, "train.csv": table([f"t{i}" for i in range(60)], [1] * 60, [0.5] * 60)},
    TRAIN,
    {"train.classes": "inconclusive"},
)
write(
    "train-overlap",
    "shared-rows",
    {"predictions.csv": good, "train.csv": table(*model(9, 200, 2, 195))},
    TRAIN,
    {"train-overlap": "fail"},
)

REPEAT = CLAIM + "  repeat: repeat.csv\n"
near = [score + 5e-8 for score in scores]
fine = "\n".join(["id,label,score", *(f"{i},{l},{s:.12f}" for i, l, s in zip(ids, labels, scores))]) + "\n"
again = "\n".join(["id,label,score", *(f"{i},{l},{s:.12f}" for i, l, s in zip(ids, labels, near))]) + "\n"
write("determinism", "within-rounding", {"predictions.csv": fine, "repeat.csv": again}, REPEAT, {"determinism": "pass"})
moved = scores[:7] + [scores[7] + 0.01 if scores[7] < 0.5 else scores[7] - 0.01] + scores[8:]
write(
    "determinism",
    "one-row-otherwise",
    {"predictions.csv": good, "repeat.csv": table(ids, labels, moved)},
    REPEAT,
    {"determinism": "fail"},
)
write(
    "determinism",
    "a-row-missing",
    {"predictions.csv": good, "repeat.csv": table(ids[1:], labels[1:], scores[1:])},
    REPEAT,
    {"determinism": "inconclusive"},
)

PERTURBED = CLAIM + "  perturbed: [noise.csv]\n"


def flipped(share):
    count = round(share * len(scores))
    return table(ids, labels, [1 - score if i < count else score for i, score in enumerate(scores)])


write("robustness", "steady", {"predictions.csv": good, "noise.csv": flipped(0)}, PERTURBED, {"robustness.noise.csv": "pass"})
write("robustness", "flips", {"predictions.csv": good, "noise.csv": flipped(0.2)}, PERTURBED, {"robustness.noise.csv": "fail"})
write(
    "robustness",
    "cannot-tell",
    {"predictions.csv": good, "noise.csv": flipped(0.04)},
    PERTURBED,
    {"robustness.noise.csv": "inconclusive"},
)

COSTS = CLAIM + "  costs: { false-positive: 1, false-negative: 10 }\n"
calibrated = [1 / (1 + np.exp(-2 * np.log(s / (1 - s)))) for s in scores]
write("threshold-choice", "dear-misses", {"predictions.csv": table(ids, labels, calibrated)}, COSTS, {"threshold-choice": "warn"})
write(
    "threshold-choice",
    "even-costs",
    {"predictions.csv": table(ids, labels, calibrated)},
    CLAIM + "  costs: { false-positive: 1, false-negative: 1 }\n",
    {"threshold-choice": "pass"},
)

random = np.random.default_rng(12)
classes = ["ash", "elm", "oak"]
n = 300
# Calibrated: the class is drawn from the probabilities, which are what is written.
p = np.floor(random.dirichlet([0.6] * 3, n) * 64) / 64
p[:, 0] = 1 - p[:, 1] - p[:, 2]
trees = [classes[random.choice(3, p=row)] for row in p]
lines = [f"r{i},{tree}," + ",".join(repr(float(v)) for v in row) for i, (tree, row) in enumerate(zip(trees, p))]
TREES = (
    "  task: multiclass\n  probabilities: [ash=p_ash, elm=p_elm, oak=p_oak]\n  claims: ['accuracy >= 0.4']\n"
    "  class-costs: { ash: { elm: 1, oak: 1 }, elm: { ash: 1, oak: 1 }, oak: { ash: %d, elm: %d } }\n"
)
forest = {"predictions.csv": "\n".join(["id,label,p_ash,p_elm,p_oak", *lines]) + "\n"}
write("class-choice", "dear-oaks", forest, TREES % (20, 20), {"class-choice": "warn"})
write("class-choice", "even-costs", forest, TREES % (1, 1), {"class-choice": "pass"})

SLICES = CLAIM + "  slices: [region, age]\n"
ids, labels, scores = model(10, 600, 4)
regions = [["north", "south", "west"][i % 3] for i in range(600)]
ages = [20 + (7 * i) % 50 for i in range(600)]
write(
    "weak-segments",
    "none",
    {"predictions.csv": table(ids, labels, scores, region=regions, age=ages)},
    SLICES,
    {"weak-segments": "pass"},
)
wrong = [1 - s if region == "south" and i % 2 else s for i, (s, region) in enumerate(zip(scores, regions))]
write(
    "weak-segments",
    "the-south",
    {"predictions.csv": table(ids, labels, wrong, region=regions, age=ages)},
    SLICES,
    {"weak-segments": "warn"},
)
