#!/usr/bin/env python3
"""Operators that an ONNX model or a TensorFlow SavedModel may use: those that only compute.

    python make-operators.py onnx src/core/security/onnx/operators.json          (onnx 1.23.2)
    python make-operators.py tensorflow src/core/security/tensorflow/operators.json   (tensorflow 2.21.0)

Of ONNX all operators there ever were, and beside them, kept by hand, those of ONNX Runtime's com.microsoft
(docs/ContribOperators.md) but EPContext, Snpe and SampleOp. Of TensorFlow all registered ones but those that touch files,
sockets, Python, other processes or devices' memory, and those internal to the runtime: what a later version adds is left out
until this is run again and read.
"""
import json
import re
import sys

WHICH, PATH = sys.argv[1:]

# Whatever is named like these reaches out of the graph, or hands code to a compiler.
REACHES_OUT = re.compile(
    'File|PyFunc|Save|Restore|Checkpoint|Reader|TFRecord|TextLine|FixedLengthRecord|CSVDataset|Sql|Snapshot|DataService'
    '|Rpc|Send|Recv|Collective|Nccl|PrintV2|SummaryWriter|^Write|SummaryDbWriter|Debug|TPU|Tpu|Infeed|Outfeed|Xla|TRT'
    '|Mlir|ImmutableConst|Gcs|LMDB|Skipgram|GenerateVocabRemapping|LoadAndRemap|Remote|Worker|Distributed|CustomCall'
    '|FromStringHandle|Register|Stub|Test|CacheDataset|LoadDataset|DatasetToTFRecord|ImportEvent|DumpTensor|^_|Session'
    '|Sleep|DecodeProto|EncodeProto|HostCompute|Configure|Shutdown|ThreadPool|StatsAggregator|GlobalShuffle|DTensor'
    '|DeviceIndex|GetElementAtIndex|GetStatsFrom|ListSnapshot'
)

if WHICH == 'onnx':
    from onnx import defs

    kept = json.load(open(PATH))['com.microsoft']
    domains = {}
    for schema in defs.get_all_schemas_with_history():
        domains.setdefault(schema.domain or 'ai.onnx', set()).add(schema.name)
    names = {domain: ' '.join(sorted(names)) for domain, names in sorted(domains.items())} | {'com.microsoft': kept}
else:
    from tensorflow.core.framework import op_def_pb2
    from tensorflow.python.client import pywrap_tf_session as session

    registered = op_def_pb2.OpList()
    registered.ParseFromString(session.TF_GetBuffer(session.TF_GetAllOpList()))
    names = {'tensorflow': ' '.join(sorted(op.name for op in registered.op if not REACHES_OUT.search(op.name)))}

with open(PATH, 'w') as file:
    json.dump(names, file, indent=2)
    file.write('\n')
