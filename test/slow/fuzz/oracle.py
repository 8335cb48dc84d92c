"""Says of pickles what CPython's own unpicklers would import, call and change; nothing is imported, called or changed.

Standard input: cases, each 4 bytes of length (big-endian; the first bit asks for the lines) and the file: a pickle, or an archive,
compressed file or array that holds some, opened as Python's own library opens it. Standard output: a line of JSON per case. `deeds`:
what the C and the Python reader, and the disassembler, took from it: [what, module, name], each once. `listing`: the instructions that
the disassembler lists of the file itself: how many, the SHA-256 of their lines, why it gave up, and the lines if they are asked for.
"""
import ast
import bz2
import hashlib
import io
import json
import lzma
import pickle
import pickletools
import re
import resource
import signal
import struct
import sys
import tarfile
import zipfile
import zlib

LIMIT = 2 << 30
SECONDS = 5
MOST = 1 << 22
DEPTH = 3
seen = set()


def note(what, stand_in):
    seen.add((what, *stand_in.named))


class Imported(type):
    """A stand-in for an imported object: it can be called, made and changed, and only notes it."""

    def __call__(cls, *args, **kwargs):
        note('call', cls)
        made = object.__new__(cls)
        made.__dict__['called'] = True
        return made

    def __setattr__(cls, name, value):
        note('change', cls)

    @property
    def __setstate__(cls):
        return lambda state: note('change', cls)

    def __setitem__(cls, key, value):
        note('change', cls)

    def append(cls, item):
        note('change', cls)

    def extend(cls, items):
        note('change', cls)


class Instance(metaclass=Imported):
    def __new__(cls, *args, **kwargs):
        note('new', cls)
        return object.__new__(cls)

    def __init__(self, *args, **kwargs):
        pass

    def __setstate__(self, state):
        # What a function gives is an instance of a class that only the function knows.
        note('build what came of', type(self)) if 'called' in self.__dict__ else note('build', type(self))

    def __call__(self, *args, **kwargs):
        note('outcome called', type(self))
        return self

    def __setitem__(self, key, value):
        note('item', type(self))

    def append(self, item):
        note('append', type(self))

    def extend(self, items):
        note('append', type(self))

    def add(self, item):
        note('add', type(self))

    def __hash__(self):
        return 1

    def __eq__(self, other):
        return self is other


def stand_in(module, name):
    seen.add(('import', module, name))
    return Imported('StandIn', (Instance,), {'named': (module, name)})


class Spy:
    def find_class(self, module, name):
        return stand_in(module, name)

    def persistent_load(self, pid):
        seen.add(('persistent', '', ''))
        return None

    def get_extension(self, code):
        seen.add(('extension', '', str(code)))
        return None


class FastSpy(Spy, pickle.Unpickler):
    pass


class SlowSpy(Spy, pickle._Unpickler):
    pass


class TooLong(BaseException):
    pass


def stop(*_):
    raise TooLong


def read(stream):
    for spy in (FastSpy, SlowSpy):
        signal.alarm(SECONDS)
        try:
            spy(io.BytesIO(stream)).load()
        except TooLong:
            seen.add(('too long', '', ''))
        except Exception:
            pass
        finally:
            signal.alarm(0)
    return listing(stream)


INTEGER = re.compile(rb'(0|-?[1-9][0-9]{0,60})')
FLOAT = re.compile(rb'-?([0-9]+(\.[0-9]*)?(e[+-]?[0-9]+)?|inf|nan)')
PLAIN = re.compile(rb'[\x00-\x5b\x5d-\x7f]*')
LATIN = re.compile(rb'[^\\]*')


def shown(opcode, argument, line):
    """An argument as the other reader shows it: by value if it is spelt as picklers spell it, else as a question mark."""
    name = opcode.name
    if argument is None:
        return ''
    if name in ('INT', 'LONG', 'GET', 'PUT'):
        digits = line[:-1] if name == 'LONG' and line.endswith(b'L') else line
        if name == 'INT' and line in (b'00', b'01'):
            return str(int(argument))
        return str(argument) if INTEGER.fullmatch(digits) else '?'
    if name == 'FLOAT':
        return struct.pack('>d', argument).hex() if FLOAT.fullmatch(line) and argument == argument else '?'
    if name == 'BINFLOAT':
        return struct.pack('>d', argument).hex() if argument == argument else 'nan'
    if name in ('GLOBAL', 'INST', 'STRING', 'PERSID'):
        return argument.encode().hex() if PLAIN.fullmatch(line.replace(b'\n', b'')) else '?'
    if name == 'UNICODE':
        return argument.encode('utf-8', 'surrogatepass').hex() if LATIN.fullmatch(line) else '?'
    if name in ('BINSTRING', 'SHORT_BINSTRING'):
        return argument.encode('latin-1').hex()
    if isinstance(argument, str):
        return argument.encode('utf-8', 'surrogatepass').hex()
    if isinstance(argument, (bytes, bytearray)):
        return argument.hex()
    # Longer than any file, and no longer exact to the other reader.
    return str(argument) if argument < 1 << 53 or name.startswith('LONG') else 'huge'


GIVEN_UP = (
    ('exhausted before', 'end'), ('unknown', 'unknown'), ('not enough data', 'cut'), ('but only', 'cut'), ('sys.maxsize', 'cut'),
    ('< 0', 'negative'), ('no newline', 'no line end'), ('literal', 'number'), ('could not convert', 'number'), ('digits', 'number'),
    ('quote', 'no quotes'), ("can't decode", 'coding'), ('escape', 'coding'), ('Trailing', 'coding'),
)


def listing(stream):
    lines = []
    reason = ''
    try:
        opcodes = pickletools._genops(stream, yield_end_pos=True)
        for opcode, argument, start, end in opcodes:
            if opcode.name in ('GLOBAL', 'INST'):
                # The disassembler goes on where a reader has failed: what it names need not be imported.
                seen.add(('named', *argument.split(' ', 1)))
            lines.append(f'{start} {opcode.name} {shown(opcode, argument, stream[start + 1:end - 1])}')
    except Exception as error:
        reason = next((kind for part, kind in GIVEN_UP if part in str(error)), str(error))
    return lines, reason


def opened(content, depth=0):
    """Every stream that a loader would come to: the file itself, and what is inside it."""
    yield content
    if depth == DEPTH:
        return
    for reader in (members, unpacked, objects):
        try:
            for inner in reader(content):
                yield from opened(inner, depth + 1)
        except TooLong:
            raise
        except Exception:
            pass


def members(content):
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for info in archive.infolist():
                # torch's storages are numbers, which nothing reads as a pickle.
                if '/data/' in info.filename:
                    continue
                try:
                    with archive.open(info) as member:
                        # A wrong checksum is told at the end, when the loader has read what it wants.
                        yield member.read(min(info.file_size, MOST))
                except Exception:
                    pass
    except Exception:
        pass
    with tarfile.open(fileobj=io.BytesIO(content), mode='r:') as archive:
        for info in archive:
            member = archive.extractfile(info)
            if member:
                yield member.read(MOST)


def unpacked(content):
    for start, reader in ((b'\x1f\x8b', lambda: zlib.decompressobj(31)), (b'\x78', zlib.decompressobj), (b'BZh', bz2.BZ2Decompressor),
                          (b'\xfd7zXZ', lzma.LZMADecompressor), (b'\x5d\0', lzma.LZMADecompressor)):
        if content.startswith(start):
            yield reader().decompress(content, MOST)


def objects(content):
    if not content.startswith(b'\x93NUMPY'):
        return
    size = 2 if content[6] == 1 else 4
    start = 8 + size
    end = start + int.from_bytes(content[8:start], 'little')
    if 'O' in str(ast.literal_eval(content[start:end].decode('latin1'))['descr']):
        yield content[end:]


def main():
    resource.setrlimit(resource.RLIMIT_AS, (LIMIT, LIMIT))
    signal.signal(signal.SIGALRM, stop)
    while header := sys.stdin.buffer.read(4):
        length = struct.unpack('>I', header)[0]
        stream = sys.stdin.buffer.read(length & 0x7fffffff)
        seen.clear()
        listings = [read(inner) for inner in opened(stream)]
        lines, reason = listings[0]
        digest = hashlib.sha256('\n'.join(lines).encode()).hexdigest()
        listed = {'count': len(lines), 'digest': digest, 'reason': reason, 'lines': lines if length >> 31 else []}
        print(json.dumps({'deeds': sorted(seen), 'listing': listed}), flush=True)


main()
