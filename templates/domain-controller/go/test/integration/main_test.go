// Package integration tests the parts that need a database or a process.
package integration

import (
	"os"
	"testing"

	"service/test/support"
)

func TestMain(m *testing.M) {
	os.Exit(support.Main(m))
}
