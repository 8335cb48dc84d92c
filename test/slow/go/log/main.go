// Verifies a checkout of a log's branch with other people's code: golang.org/x/mod/sumdb for note and tree, transparency-dev for the
// checkpoint, the proof file and the cosignature. Exits 1, with a reason, where anything does not hold.
package main

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	checkpoints "github.com/transparency-dev/formats/log"
	cosignatures "github.com/transparency-dev/formats/note"
	proofs "github.com/transparency-dev/formats/proof"
	merkle "github.com/transparency-dev/merkle/proof"
	"github.com/transparency-dev/merkle/rfc6962"
	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// files reads tiles where C2SP has them: without the height that Go's own paths carry.
type files struct {
	dir    string
	loaded map[string][]byte
}

func (f *files) Height() int                                { return 8 }
func (f *files) SaveTiles(tiles []tlog.Tile, data [][]byte) {}
func (f *files) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, tile := range tiles {
		path := strings.Replace(tile.Path(), "tile/8/", "tile/", 1)
		data, ok := f.loaded[path]
		if !ok {
			var err error
			if data, err = os.ReadFile(filepath.Join(f.dir, path)); err != nil {
				return nil, err
			}
			f.loaded[path] = data
		}
		all = append(all, data)
	}
	return all, nil
}

func must(err error, what string) {
	if err != nil {
		fail("%s: %v", what, err)
	}
}

func fail(format string, args ...any) {
	fmt.Printf(format+"\n", args...)
	os.Exit(1)
}

func open(text []byte, origin string, verifiers ...note.Verifier) (*note.Note, checkpoints.Checkpoint) {
	opened, err := note.Open(text, note.VerifierList(verifiers...))
	must(err, "note")
	var checkpoint checkpoints.Checkpoint
	rest, err := checkpoint.Unmarshal([]byte(opened.Text))
	must(err, "checkpoint")
	if checkpoint.Origin != origin || len(rest) > 0 {
		fail("checkpoint of %q with %d more bytes", checkpoint.Origin, len(rest))
	}
	return opened, checkpoint
}

func main() {
	dir := flag.String("dir", "", "checkout of the branch")
	vkey := flag.String("vkey", "", "verifier key of the log")
	witness := flag.String("witness", "", "verifier key of a witness")
	cosigned := flag.String("cosigned", "", "file of a checkpoint that the witness has cosigned")
	proof := flag.String("proof", "", "file of a proof")
	heads := flag.String("heads", "", "earlier heads, size:root with commas between")
	every := flag.Int64("every", 1, "prove every so many-th entry")
	flag.Parse()

	key, err := note.NewVerifier(*vkey)
	must(err, "vkey")
	hasher := rfc6962.DefaultHasher

	if *proof != "" {
		content, err := os.ReadFile(*proof)
		must(err, "proof")
		var read proofs.TLogProof
		must(read.Unmarshal(content), "proof")
		if !bytes.Equal(read.Marshal(), content) {
			fail("proof is spelt otherwise")
		}
		_, checkpoint := open(read.Checkpoint, key.Name(), key)
		var path [][]byte
		for _, hash := range read.Hashes {
			path = append(path, hash[:])
		}
		must(merkle.VerifyInclusion(hasher, read.Index, checkpoint.Size, hasher.HashLeaf(read.ExtraData), path, checkpoint.Hash), "inclusion")
		fmt.Printf("proof of entry %d of %d\n", read.Index, checkpoint.Size)
	}

	if *cosigned != "" {
		by, err := cosignatures.NewVerifierForCosignatureV1(*witness)
		must(err, "witness")
		content, err := os.ReadFile(*cosigned)
		must(err, "cosigned")
		opened, checkpoint := open(content, key.Name(), key, by)
		if len(opened.Sigs) != 2 {
			fail("cosigned by %d of 2", len(opened.Sigs))
		}
		at, err := cosignatures.CoSigV1Timestamp(opened.Sigs[1])
		must(err, "time")
		fmt.Printf("cosigned %d at %d\n", checkpoint.Size, at.Unix())
	}

	if *dir == "" {
		return
	}
	content, err := os.ReadFile(filepath.Join(*dir, "checkpoint"))
	must(err, "checkpoint")
	_, checkpoint := open(content, key.Name(), key)
	size := int64(checkpoint.Size)
	tree := tlog.Tree{N: size, Hash: tlog.Hash(checkpoint.Hash)}
	reader := tlog.TileHashReader(tree, &files{dir: *dir, loaded: map[string][]byte{}})

	count := int64(0)
	proved := 0
	for bundle := int64(0); bundle*256 < size; bundle++ {
		width := min(256, size-bundle*256)
		path := strings.Replace(tlog.Tile{H: 8, L: 0, N: bundle, W: int(width)}.Path(), "tile/8/0/", "tile/entries/", 1)
		rest, err := os.ReadFile(filepath.Join(*dir, path))
		must(err, "entries")
		for n := int64(0); n < width; n++ {
			if len(rest) < 2 || len(rest) < 2+int(binary.BigEndian.Uint16(rest)) {
				fail("entries of %s end in %d", path, count)
			}
			end := 2 + int(binary.BigEndian.Uint16(rest))
			entry := rest[2:end]
			rest = rest[end:]
			if count%*every == 0 || count == size-1 {
				made, err := tlog.ProveRecord(size, count, reader)
				must(err, fmt.Sprintf("entry %d", count))
				must(tlog.CheckRecord(made, size, tree.Hash, count, tlog.RecordHash(entry)), fmt.Sprintf("entry %d", count))
				proved++
			}
			count++
		}
		if len(rest) > 0 {
			fail("%d bytes after the entries of %s", len(rest), path)
		}
	}
	fmt.Printf("entries %d proved %d\n", count, proved)

	for _, head := range strings.Split(*heads, ",") {
		if head == "" {
			continue
		}
		digits, root, _ := strings.Cut(head, ":")
		first, err := strconv.ParseInt(digits, 10, 64)
		must(err, "head")
		hash, err := base64.StdEncoding.DecodeString(root)
		must(err, "head")
		made, err := tlog.ProveTree(size, first, reader)
		must(err, "consistency")
		must(tlog.CheckTree(made, size, tree.Hash, first, tlog.Hash(hash)), fmt.Sprintf("consistency from %d", first))
		var path [][]byte
		for _, node := range made {
			path = append(path, node[:])
		}
		must(merkle.VerifyConsistency(hasher, uint64(first), uint64(size), path, hash, checkpoint.Hash), "consistency, the other way")
		fmt.Printf("consistent from %d to %d\n", first, size)
	}
}
