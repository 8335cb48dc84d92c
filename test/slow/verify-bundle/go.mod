module proofmark.dev/verify-bundle

go 1.25.0

require (
	github.com/sigstore/sigstore v1.9.6-0.20250729224751-181c5d3339b3
	github.com/sigstore/sigstore-go v1.1.3
)
