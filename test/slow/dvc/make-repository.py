"""Makes what test/slow/dvc.test.ts reads, by DVC itself: python make-repository.py FOLDER REMOTE ENDPOINT BUCKET."""

import os
import subprocess
import sys

from dvc.cli import main
from dvc_data.hashfile.hash import file_md5

root, remote, endpoint, bucket = sys.argv[1:]
os.makedirs(root)
os.chdir(root)


def dvc(*words):
    code = main(list(words))
    if code != 0:
        raise SystemExit(f"dvc {' '.join(words)} ended with {code}")


def git(*words):
    subprocess.run(["git", *words], check=True, capture_output=True)


def write(path, content):
    os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
    with open(path, "wb") as file:
        file.write(content)


git("init", "-q")
git("config", "user.email", "data@example.com")
git("config", "user.name", "Data")
dvc("init", "-q")
write("data/é.csv", b"a,b\n1,2\n")
write("data/empty", b"")
write("data/run.sh", b"#!/bin/sh\n")
os.chmod("data/run.sh", 0o755)
write("data/sub/crlf.txt", b"x\r\ny\r\n")
write("data/sub/\U0001d518.txt", b"math\n")
write("data/sub/\uffee.txt", b"half\n")
write("data/big.bin", bytes(range(256)) * 10_000)
write(".dvcignore", b"*.tmp\n")
write("data/left.tmp", b"not counted")
write("one.csv", b"id,y\n1,0\n")
dvc("add", "-q", "data", "one.csv")

# As DVC 2 wrote them: no `hash`, the md5 of text with LF, objects without files/md5.
write("legacy.csv", b"a,b\r\n1,2\r\n")
md5 = file_md5("legacy.csv", name="md5-dos2unix")
write("legacy.csv.dvc", f"outs:\n- md5: {md5}\n  size: 10\n  path: legacy.csv\n".encode())
write(f".dvc/cache/{md5[:2]}/{md5[2:]}", b"a,b\r\n1,2\r\n")

write(
    "dvc.yaml",
    b"""stages:
  train:
    cmd: mkdir -p model && cp one.csv model/m.bin && cp given.json metrics.json && cp given.json kept.json
    deps: [one.csv, given.json]
    outs: [model]
    metrics: [metrics.json: {cache: false}, kept.json]
""",
)
write("given.json", b'{"auc": 0.90, "loss": {"val": 0.5}, "odd": NaN}')
dvc("repro", "-q")
git("add", "-A")
git("commit", "-qm", "one")
dvc("remote", "add", "-q", "-d", "store", remote)
dvc("push", "-q")
dvc("remote", "add", "-q", "bucket", f"s3://{bucket}/store")
dvc("remote", "modify", "-q", "bucket", "endpointurl", endpoint)
dvc("push", "-q", "-r", "bucket")
git("add", "-A")
git("commit", "-qm", "remotes")
git("tag", "first")
write("given.json", b'{"auc": 0.88, "loss": {"val": 0.49}, "odd": NaN}')
dvc("repro", "-q")
git("add", "-A")
git("commit", "-qm", "two")
# Nothing but this output is new, and it is pushed nowhere.
write("two.csv", b"id,y\n2,1\n")
dvc("add", "-q", "two.csv")

# A repository whose remote keeps versions.
os.makedirs(f"{root}-versions")
os.chdir(f"{root}-versions")
git("init", "-q")
dvc("init", "-q")
write("data/é.csv", b"a,b\n1,2\n")
write("one.csv", b"id,y\n1,0\n")
dvc("add", "-q", "data", "one.csv")
dvc("remote", "add", "-q", "-d", "cloud", f"s3://{bucket}/versions")
dvc("remote", "modify", "-q", "cloud", "endpointurl", endpoint)
dvc("remote", "modify", "-q", "cloud", "worktree", "true")
dvc("push", "-q")
