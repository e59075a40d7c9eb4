package instances

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"

	"connectrpc.com/connect"
	"go.temporal.io/api/workflow/v1"
	"go.temporal.io/api/workflowservice/v1"
)

const (
	defaultPageSize = 50
	mostPageSize    = 200
)

// Page is what is asked of a list.
type Page interface {
	GetPageSize() int32
	GetPageToken() string
}

// pageSizeOf is how many a page holds; whoever asks for none or too many gets
// what is usual.
func pageSizeOf(asked int32) int32 {
	if asked <= 0 {
		return defaultPageSize
	}
	return min(asked, mostPageSize)
}

// List returns a page of the instances of whoever calls, and the token of the
// next one. The filter is in Temporal's language; nothing of a caller may be in it.
func (o Own) List(ctx context.Context, filter string, page Page) ([]*workflow.WorkflowExecutionInfo, string, error) {
	after, err := parsePageToken(o.TenantID, filter, page.GetPageToken())
	if err != nil {
		return nil, "", err
	}
	found, err := o.client.ListWorkflow(ctx, &workflowservice.ListWorkflowExecutionsRequest{
		Namespace:     o.namespace,
		PageSize:      pageSizeOf(page.GetPageSize()),
		NextPageToken: after,
		Query:         o.own(filter),
	})
	if err != nil {
		return nil, "", err
	}
	return found.Executions, formatPageToken(o.TenantID, filter, found.NextPageToken), nil
}

// own narrows a filter to the instances of whoever calls.
func (o Own) own(filter string) string {
	own := fmt.Sprintf("WorkflowId STARTS_WITH '%s'", o.prefix())
	if filter == "" {
		return own
	}
	return own + " AND " + filter
}

// token says which list a page is of, and where it starts.
type token struct {
	Tenant string
	Filter string
	After  []byte
}

func formatPageToken(tenant, filter string, after []byte) string {
	if len(after) == 0 {
		return ""
	}
	// texts can always be written
	text, _ := json.Marshal(token{tenant, filter, after})
	return base64.RawURLEncoding.EncodeToString(text)
}

func parsePageToken(tenant, filter, text string) ([]byte, error) {
	if text == "" {
		return nil, nil
	}
	var of token
	decoded, err := base64.RawURLEncoding.DecodeString(text)
	if err == nil {
		err = json.Unmarshal(decoded, &of)
	}
	if err != nil || of.Tenant != tenant || of.Filter != filter {
		return nil, connect.NewError(connect.CodeInvalidArgument,
			errors.New("the page token is not from this list; start again without one"))
	}
	return of.After, nil
}
