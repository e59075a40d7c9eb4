// Package support has what tests of the whole service need.
package support

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"testing"

	"connectrpc.com/connect"
	"github.com/golang-jwt/jwt/v5"
	"go.temporal.io/api/workflowservice/v1"
	"go.temporal.io/sdk/client"

	"service/gen/ameide/process/v1/processv1connect"
	"service/internal/config"
	"service/internal/connection"
	"service/internal/instances"
	"service/internal/policies"
	"service/internal/process"
	"service/internal/server"
	"service/internal/telemetry"
	"service/internal/work"
)

const taskQueue = "test"

// Service is API and worker, with a real Temporal between them.
type Service struct {
	Temporal client.Client
	Log      *Log
	Jobs     *Jobs

	http    *http.Client
	url     string
	issuer  Issuer
	metrics http.Handler
}

// NewService starts one, which ends with the test.
func NewService(t *testing.T) *Service {
	t.Helper()
	measured, err := telemetry.Start(t.Context(), "")
	if err != nil {
		t.Fatal(err)
	}
	s := &Service{
		Log:     &Log{},
		Jobs:    &Jobs{},
		http:    &http.Client{Transport: http2Alone()},
		issuer:  NewIssuer(t),
		metrics: measured.Metrics,
	}
	logger := telemetry.NewLogger(slog.LevelInfo, s.Log)
	to := config.Temporal{Address: StartTemporal(t).FrontendHostPort(), Namespace: "default", TaskQueue: taskQueue}
	s.Temporal, err = client.Dial(connection.Options(to, logger))
	if err != nil {
		t.Fatal(err)
	}
	all := instances.New(to, s.Temporal, 3)
	if err := all.Prepare(t.Context()); err != nil {
		t.Fatal(err)
	}
	s.startWorker(t)
	running, err := server.Start(0, all, s.issuer.Verify, logger)
	if err != nil {
		t.Fatal(err)
	}
	s.url = fmt.Sprintf("http://127.0.0.1:%d", running.Port)
	t.Cleanup(func() {
		s.http.CloseIdleConnections()
		ctx := context.Background()
		err := errors.Join(running.Stop(ctx), measured.Stop(ctx))
		s.Temporal.Close()
		if err != nil {
			t.Error(err)
		}
	})
	return s
}

func (s *Service) startWorker(t *testing.T) {
	t.Helper()
	jobs, err := policies.Read(filepath.Join(Root, "policies.yaml"), process.All)
	if err != nil {
		t.Fatal(err)
	}
	working := work.New(s.Temporal, taskQueue, jobs, s.Jobs.All(), func(err error) { t.Error(err) })
	if err := working.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(working.Stop)
}

// As is a client of somebody with these claims; of tenant acme where they name none.
func (s *Service) As(t *testing.T, claims jwt.MapClaims) processv1connect.ProcessServiceClient {
	t.Helper()
	token := s.issuer.Sign(t, claims)
	return s.client(connect.UnaryInterceptorFunc(func(next connect.UnaryFunc) connect.UnaryFunc {
		return func(ctx context.Context, request connect.AnyRequest) (connect.AnyResponse, error) {
			request.Header().Set("authorization", "Bearer "+token)
			return next(ctx, request)
		}
	}))
}

// AsNobody is a client without a token.
func (s *Service) AsNobody() processv1connect.ProcessServiceClient {
	return s.client()
}

func (s *Service) client(interceptors ...connect.Interceptor) processv1connect.ProcessServiceClient {
	return processv1connect.NewProcessServiceClient(s.http, s.url, connect.WithInterceptors(interceptors...))
}

// Find returns the workflow ids that a list filter finds now.
func (s *Service) Find(t *testing.T, query string) (ids []string) {
	t.Helper()
	found, err := s.Temporal.ListWorkflow(t.Context(), &workflowservice.ListWorkflowExecutionsRequest{
		Namespace: "default",
		Query:     query,
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, one := range found.Executions {
		ids = append(ids, one.Execution.WorkflowId)
	}
	return ids
}

// Metrics returns what Prometheus fetches.
func (s *Service) Metrics() string {
	answer := httptest.NewRecorder()
	s.metrics.ServeHTTP(answer, httptest.NewRequest(http.MethodGet, "/metrics", nil))
	return answer.Body.String()
}

func http2Alone() *http.Transport {
	var protocols http.Protocols
	protocols.SetUnencryptedHTTP2(true)
	return &http.Transport{Protocols: &protocols}
}
