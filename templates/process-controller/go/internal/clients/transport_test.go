package clients

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"connectrpc.com/connect"
	"google.golang.org/protobuf/types/known/emptypb"
)

func TestATransportLeadsToADependencyWithAToken(t *testing.T) {
	var sent string
	service := httptest.NewServer(http.HandlerFunc(func(response http.ResponseWriter, request *http.Request) {
		sent = request.Header.Get("authorization")
		response.Header().Set("content-type", "application/proto")
	}))
	t.Cleanup(service.Close)
	t.Setenv("STOCK_URL", service.URL)
	of := map[string]Address{"stock": {Ref: "component:demo/stock", Variable: "STOCK_URL"}}
	to, err := lead(of, "stock", func(context.Context) (string, error) { return "secret", nil })
	if err != nil {
		t.Fatal(err)
	}
	client := connect.NewClient[emptypb.Empty, emptypb.Empty](to.HTTP, to.URL+"/stock.v1.Stock/Count", to.Token)
	if _, err := client.CallUnary(t.Context(), connect.NewRequest(&emptypb.Empty{})); err != nil {
		t.Fatal(err)
	}
	if sent != "Bearer secret" {
		t.Errorf("unexpected authorization %q", sent)
	}
}

func TestADependencyWithoutAnAddressIsRefused(t *testing.T) {
	t.Setenv("STOCK_URL", "")
	of := map[string]Address{"stock": {Ref: "component:demo/stock", Variable: "STOCK_URL"}}
	for name, want := range map[string]string{
		"stock": "STOCK_URL has to say where component:demo/stock is",
		"other": "does not depend on other",
	} {
		if _, err := lead(of, name, nil); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: unexpected error %v", name, err)
		}
	}
}
