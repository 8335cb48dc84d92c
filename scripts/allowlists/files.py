"""The files that one object gives: every pickle protocol, joblib plain and with each of its codecs."""
import io
import pickle

PROTOCOLS = (0, 1, 2, 3, 4, 5)
CODECS = ('zlib', 'gzip', 'bz2', 'lzma', 'xz', 'lz4')


def pickles(obj):
    """(suffix, bytes); none of what no pickler takes."""
    for protocol in PROTOCOLS:
        try:
            yield f'p{protocol}.pkl', pickle.dumps(obj, protocol=protocol)
        except Exception:
            continue


def joblibs(obj):
    import joblib
    for suffix, compress in (('plain', 0), *((codec, (codec, 3)) for codec in CODECS)):
        stream = io.BytesIO()
        try:
            joblib.dump(obj, stream, compress=compress)
        except Exception:
            if compress == 0:
                return
            raise
        yield f'{suffix}.joblib', stream.getvalue()
