// Verifies a bundle with sigstore-go, the library inside cosign and gh: an independent judge of what we sign.
//
//	verify-bundle key ROOT PUBLIC-KEY SHA256 BUNDLE
//	verify-bundle workflow ROOT SUBJECT ISSUER SHA256 BUNDLE
package main

import (
	"crypto"
	"encoding/hex"
	"fmt"
	"os"
	"time"

	"github.com/sigstore/sigstore-go/pkg/bundle"
	"github.com/sigstore/sigstore-go/pkg/root"
	"github.com/sigstore/sigstore-go/pkg/verify"
	"github.com/sigstore/sigstore/pkg/cryptoutils"
	"github.com/sigstore/sigstore/pkg/signature"
)

type always struct{ signature.Verifier }

func (always) ValidAtTime(time.Time) bool { return true }

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Println("refused:", err)
		os.Exit(1)
	}
	fmt.Println("accepted")
}

func run(args []string) error {
	if len(args) < 5 {
		return fmt.Errorf("expected a way to verify and its arguments")
	}
	trusted, err := root.NewTrustedRootFromPath(args[1])
	if err != nil {
		return err
	}
	found, err := bundle.LoadJSONFromPath(args[len(args)-1])
	if err != nil {
		return err
	}
	digest, err := hex.DecodeString(args[len(args)-2])
	if err != nil {
		return err
	}
	material := root.TrustedMaterialCollection{trusted}
	options := []verify.VerifierOption{verify.WithSignedTimestamps(1)}
	var by verify.PolicyOption
	if args[0] == "key" {
		key, err := publicKey(args[2])
		if err != nil {
			return err
		}
		material = append(material, key)
		by = verify.WithKey()
	} else {
		identity, err := verify.NewShortCertificateIdentity(args[3], "", args[2], "")
		if err != nil {
			return err
		}
		options = append(options, verify.WithTransparencyLog(1), verify.WithSignedCertificateTimestamps(1))
		by = verify.WithCertificateIdentity(identity)
	}
	verifier, err := verify.NewVerifier(material, options...)
	if err != nil {
		return err
	}
	_, err = verifier.Verify(found, verify.NewPolicy(verify.WithArtifactDigest("sha256", digest), by))
	return err
}

func publicKey(path string) (*root.TrustedPublicKeyMaterial, error) {
	pem, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	key, err := cryptoutils.UnmarshalPEMToPublicKey(pem)
	if err != nil {
		return nil, err
	}
	verifier, err := signature.LoadVerifier(key, crypto.SHA256)
	if err != nil {
		return nil, err
	}
	return root.NewTrustedPublicKeyMaterial(func(string) (root.TimeConstrainedVerifier, error) {
		return always{verifier}, nil
	}), nil
}
