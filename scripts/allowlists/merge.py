"""Merges observations, oldest first, into the allow lists; what no review answers for is told and left out."""
import collections
import json
import re
import sys
from fnmatch import fnmatchcase
from pathlib import Path

HERE = Path(__file__).resolve().parent
LISTS = HERE.parents[1] / 'src' / 'core' / 'security' / 'allowlists'
# More references or instances than this in one place stand for any class, or any instance, of the list.
MOST_ALTERNATIVES = 3
ORDER = 'RNBDL'


def write(observed):
    review = json.loads((HERE / 'review.json').read_text())
    unanswered = 0
    for library, about in review['libraries'].items():
        document, asked = merge(observed, library, about['modules'], review)
        for question in asked:
            print(f'{library}: {question}', file=sys.stderr)
        unanswered += len(asked)
        (LISTS / f'{about["file"]}.json').write_text(json.dumps(document, indent=2) + '\n')
    (LISTS / 'generations.json').write_text(json.dumps(generations(observed), indent=2) + '\n')
    return 1 if unanswered else 0


def generations(observed):
    """What was installed together, oldest first."""
    return [{'python': o['python'], **o['versions']} for o in observed]


def merge(observed, library, modules_of_its_own, review):
    """The list of one library, and questions that its review leaves open."""
    def is_own(key):
        return any(fnmatchcase(key.split(':')[0], pattern) for pattern in modules_of_its_own)

    versions = ordered({o['versions'][library] for o in observed if library in o['versions']})
    uses, seen_in, hooks, kinds = collections.defaultdict(lambda: collections.defaultdict(set)), collections.defaultdict(set), collections.defaultdict(set), {}
    for o in observed:
        version = o['versions'].get(library)
        for key, seen in o['names'].items():
            if not is_own(key) or answer(review['refused'], key):
                continue
            seen_in[key].add(version)
            kinds[key] = seen['kind']
            hooks[key] |= set(seen.get('hooks', ()))
            for use, details in seen['uses'].items():
                uses[key][use] |= {tuple(detail) for detail in details}
        for key in o['functions']:
            if is_own(key) and not answer(review['refused'], key):
                seen_in[key].add(version)
                uses[key]['V'] |= set()
    asked, modules, calls, states = [], collections.defaultdict(list), {}, {}
    for key in sorted(uses):
        if 'X' in uses[key]:
            asked.append(f'{key} is made by NEWOBJ_EX')
            continue
        code = sorted(hooks[key]) + ([key] if kinds.get(key) == 'function' and 'R' in uses[key] else [])
        open_questions = [name for name in code if not answer(review['reviewed'], name)]
        if open_questions:
            asked.append(f'{key} runs {", ".join(open_questions)}')
            continue
        module, name = key.split(':')
        letters = ''.join(letter for letter in ORDER if letter in uses[key]) or 'V'
        modules[module].append(name + (f'[{letters}]' if letters not in ('N', 'NB') else '') + span(seen_in[key], versions))
        describe(key, uses[key], calls, states)
    document = {
        'library': library,
        'versions': versions,
        'made': 'observed',
        'names': {module: ' '.join(names) for module, names in sorted(modules.items())},
        'calls': calls,
        'states': states,
    }
    return document, asked


def answer(answers, name):
    """Why a name is refused, or needs no more questions; `*` stands for any characters."""
    return next((entry['why'] for entry in answers if any(fnmatchcase(name, pattern) for pattern in entry['names'])), None)


def ordered(versions):
    return sorted(versions, key=lambda version: [int(part) for part in re.findall(r'\d+', version)])


def span(seen, versions):
    """`@first-last`, as places in the list of versions; nothing where it was seen in all."""
    first, last = versions.index(ordered(seen)[0]), versions.index(ordered(seen)[-1])
    return '' if (first, last) == (0, len(versions) - 1) else f'@{first}-{last}'


def describe(key, seen, calls, states):
    called = seen.get('R', set()) | seen.get('N', set())
    if 'R' in seen or called - {()}:
        calls[key] = {'args': merged_shapes(called)}
        if called and all(args and args[0].startswith('&') for args in called):
            calls[key]['makes'] = 0
    built = seen.get('B', set())
    if built - {('dict',)}:
        states[key] = merged_shapes(state[1:] for state in built if state[0] == '(') + sorted(state[0] for state in built if state[0] != '(')


def merged_shapes(lists):
    """Lists that differ only in which reference or instance stands in a place, as one list of alternatives."""
    groups = collections.defaultdict(list)
    for shapes in lists:
        groups[tuple(shape[0] if shape[0] in '&@' else shape for shape in shapes)].append(shapes)
    return sorted([alternatives(column) for column in zip(*group)] for group in groups.values())


def alternatives(column):
    found = sorted(set(column))
    if len(found) <= MOST_ALTERNATIVES:
        return '|'.join(found)
    return 'class' if found[0].startswith('&') else 'instance'
