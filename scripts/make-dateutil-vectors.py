"""Writes test/fixtures/dateutil.tsv: texts, and whether python-dateutil parses them as Great Expectations asks it.

    python scripts/make-dateutil-vectors.py > test/fixtures/dateutil.tsv     (python-dateutil 4.0.0; the day of the run must not matter)

Each line: 1 or 0, a tab, the text. A text is left out whose answer depends on the day on which it is parsed.
"""
import datetime
import random
import warnings

import dateutil
from dateutil import parser

warnings.simplefilter('ignore')
random.seed(20261129)
DEFAULTS = [datetime.datetime(*day) for day in ((2024, 2, 29), (2025, 2, 28), (2026, 1, 31), (2026, 4, 30), (2027, 12, 1))]
MONTHS = 'jan February Mar april MAY June jul August sep sept October nov December'.split()
DAYS = 'Mon tuesday Wed Thursday fri Saturday SUN'.split()
WORDS = 'hello foo n/a None unknown today noon x of at T AD th m EST CET abc Q3 W12 BC inf nan e'.split()


def number(*bounds):
    return str(random.randint(*random.choice(bounds)))


def part():
    return random.choice([number((0, 33)), number((0, 33)).zfill(2), number((1, 12)).zfill(2), number((1900, 2100)), number((0, 999)), number((0, 9999)).zfill(4)])


def day():
    return random.choice([number((1, 31)), number((1, 28)).zfill(2), number((0, 40))])


def year():
    return random.choice([number((1900, 2100)), number((1900, 2100)), number((0, 99)).zfill(2), number((0, 9999)).zfill(4)])


def date():
    month, gap = random.choice(MONTHS), random.choice('-/ .')
    return random.choice([
        lambda: f'{number((1900, 2100))}-{number((1, 12)).zfill(2)}-{number((1, 31)).zfill(2)}',
        lambda: gap.join((part(), part(), part())),
        lambda: gap.join((part(), part())),
        lambda: f'{number((1, 31))}/{number((1, 12))}/{year()}',
        lambda: f'{number((1900, 2100))}{number((0, 13)).zfill(2)}{number((0, 32)).zfill(2)}',
        lambda: ''.join(random.choice('0123456789') for _ in range(random.randint(1, 16))),
        lambda: number((0, 99)).zfill(2) + number((0, 13)).zfill(2) + number((0, 32)).zfill(2),
        lambda: f'{day()}{gap}{month}{gap}{year()}',
        lambda: f'{day()}{gap}{month}',
        lambda: f'{month} {day()}, {year()}',
        lambda: f'{month} {day()} {year()}',
        lambda: f'{month} {day()}',
        lambda: f'{month} {year()}',
        lambda: month,
    ])()


def time():
    clock = f'{number((0, 25)).zfill(random.choice((1, 2)))}:{number((0, 61)).zfill(2)}'
    clock += random.choice(['', f':{number((0, 61)).zfill(2)}', f':{number((0, 59)).zfill(2)}.{number((0, 9999999))}'])
    clock += random.choice(['', '', random.choice(['am', 'PM', ' pm', ' AM', 'a', ' p'])])
    clock += random.choice(['', '', random.choice(['Z', 'z', ' UTC', '+01:00', '-0530', ' +02', ' GMT', '+9:30', '-25:99', '+123', ' EST'])])
    packed = ''.join(number((0, 26) if i == 0 else (0, 61)).zfill(2) for i in range(random.choice((2, 3))))
    return random.choice([clock, clock, clock, packed, packed + '.5'])


def text():
    made = random.choice([
        date, date, time,
        lambda: f'{date()}{random.choice(["T", " ", " ", ", ", " at ", "t"])}{time()}',
        lambda: f'{random.choice(DAYS)}{random.choice([", ", " "])}{date()}',
        lambda: f'{random.choice(DAYS)}, {date()} {time()}',
        lambda: ' '.join(random.choice([random.choice(WORDS), date(), time(), part()]) for _ in range(random.randint(1, 3))),
    ])()
    if random.random() < 0.12:
        at = random.randrange(len(made))
        made = made[:at] + random.choice('-/.:, TZa5@#_+()') + made[at + random.choice((0, 1)):]
    return made.strip(' ')


def parses(written):
    found = set()
    for default in DEFAULTS:
        try:
            parser.parse(written, default=default)
            found.add(1)
        except (ValueError, OverflowError):
            found.add(0)
        except Exception:
            return None
    return found.pop() if len(found) == 1 else None


def main():
    known = {}
    while len(known) < 4000:
        written = text()
        if written and written not in known:
            answer = parses(written)
            if answer is not None:
                known[written] = answer
    print(f'# python-dateutil {dateutil.__version__}, scripts/make-dateutil-vectors.py')
    for written, answer in known.items():
        print(f'{answer}\t{written}')


main()
