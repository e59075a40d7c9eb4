// Package support has what tests of the whole service need.
package support

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"testing"

	"connectrpc.com/connect"
	"github.com/golang-jwt/jwt/v5"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"service/internal/database"
	"service/internal/server"
	"service/internal/telemetry"
)

// Service is the whole one, on a real port and a real database.
type Service struct {
	// HTTP and URL are what a generated client is made of.
	HTTP *http.Client
	URL  string
	Log  *Log

	issuer    Issuer
	superuser *pgxpool.Pool
	metrics   http.Handler
}

// NewService starts one, which ends with the test.
func NewService(t *testing.T) *Service {
	t.Helper()
	addresses := NewDatabase(t)
	measured, err := telemetry.Start(t.Context(), "")
	if err != nil {
		t.Fatal(err)
	}
	s := &Service{
		HTTP:      &http.Client{Transport: http2Alone()},
		Log:       &Log{},
		issuer:    NewIssuer(t),
		superuser: openPool(t, addresses.Superuser),
		metrics:   measured.Metrics,
	}
	pool := openPool(t, addresses.Application)
	running, err := server.Start(0, pool, s.issuer.Verify, telemetry.NewLogger(slog.LevelInfo, s.Log))
	if err != nil {
		t.Fatal(err)
	}
	s.URL = fmt.Sprintf("http://127.0.0.1:%d", running.Port)
	t.Cleanup(func() {
		s.HTTP.CloseIdleConnections()
		ctx := context.Background()
		if err := running.Stop(ctx); err != nil {
			t.Error(err)
		}
		if err := measured.Stop(ctx); err != nil {
			t.Error(err)
		}
	})
	return s
}

// As lets a generated client call as somebody with these claims; as one of
// tenant acme where they name none.
func (s *Service) As(t *testing.T, claims jwt.MapClaims) connect.ClientOption {
	t.Helper()
	token := s.issuer.Sign(t, claims)
	return connect.WithInterceptors(connect.UnaryInterceptorFunc(func(next connect.UnaryFunc) connect.UnaryFunc {
		return func(ctx context.Context, request connect.AnyRequest) (connect.AnyResponse, error) {
			request.Header().Set("authorization", "Bearer "+token)
			return next(ctx, request)
		}
	}))
}

// Query runs a query as superuser, which sees every tenant.
func (s *Service) Query(t *testing.T, sql string, arguments ...any) []map[string]any {
	t.Helper()
	found, err := s.superuser.Query(t.Context(), sql, arguments...)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := pgx.CollectRows(found, pgx.RowToMap)
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// Metrics returns what Prometheus fetches.
func (s *Service) Metrics() string {
	answer := httptest.NewRecorder()
	s.metrics.ServeHTTP(answer, httptest.NewRequest(http.MethodGet, "/metrics", nil))
	return answer.Body.String()
}

func openPool(t *testing.T, url string) *pgxpool.Pool {
	t.Helper()
	pool, err := database.OpenPool(context.Background(), url, 4)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(pool.Close)
	return pool
}

func http2Alone() *http.Transport {
	var protocols http.Protocols
	protocols.SetUnencryptedHTTP2(true)
	return &http.Transport{Protocols: &protocols}
}
