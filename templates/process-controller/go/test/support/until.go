package support

import (
	"testing"
	"time"

	"github.com/google/uuid"

	processv1 "service/gen/ameide/process/v1"
)

const mostUntil = 20 * time.Second

// Until asks until the answer is yes: what Temporal lists follows what has
// happened a moment later.
func Until(t *testing.T, what string, ask func() bool) {
	t.Helper()
	for end := time.Now().Add(mostUntil); !ask(); {
		if time.Now().After(end) {
			t.Fatalf("%s did not come", what)
		}
		time.Sleep(50 * time.Millisecond)
	}
}

// NewContext is that of a request, made once for it.
func NewContext() *processv1.RequestContext {
	return &processv1.RequestContext{RequestId: uuid.NewString()}
}
