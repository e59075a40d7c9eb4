// Package contract tests the contract through the generated client.
package contract

import (
	"os"
	"testing"

	"service/test/support"
)

func TestMain(m *testing.M) {
	os.Exit(support.Main(m))
}
