package instances

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"

	"connectrpc.com/connect"
	"go.temporal.io/api/enums/v1"
	"go.temporal.io/api/serviceerror"
	"go.temporal.io/sdk/client"
	"google.golang.org/protobuf/proto"

	"service/internal/connection"
)

// memoRequest is where an instance keeps the digest of the request that started
// it, so that the same request is told from another one.
const memoRequest = "request"

// Start is what an instance is started with.
type Start struct {
	WorkflowType string
	WorkflowID   string
	Arguments    []any
	// Again is whether an id can be used once more when its instance has ended.
	Again bool
}

// Digest is who asks for what, in few characters.
func (o Own) Digest(request proto.Message) (string, error) {
	content, err := proto.MarshalOptions{Deterministic: true}.Marshal(request)
	if err != nil {
		return "", err
	}
	hash := sha256.New()
	fmt.Fprintf(hash, "%s\x00%s\x00%s", o.Subject, request.ProtoReflect().Descriptor().FullName(), content)
	return hex.EncodeToString(hash.Sum(nil)), nil
}

// StartOnce starts an instance for the request with this digest, once. It returns
// whether the instance is of this request: not where another one has taken its id.
func (o Own) StartOnce(ctx context.Context, digest string, start Start) (bool, error) {
	reuse := enums.WORKFLOW_ID_REUSE_POLICY_REJECT_DUPLICATE
	if start.Again {
		reuse = enums.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE
		// else one that has ended would be started again by the same request
		isOurs, err := o.isOf(ctx, start.WorkflowID, digest)
		var missing *serviceerror.NotFound
		if isOurs || (err != nil && !errors.As(err, &missing)) {
			return isOurs, err
		}
	}
	_, err := o.client.ExecuteWorkflow(ctx, client.StartWorkflowOptions{
		ID:                                       start.WorkflowID,
		TaskQueue:                                o.taskQueue,
		WorkflowIDReusePolicy:                    reuse,
		WorkflowIDConflictPolicy:                 enums.WORKFLOW_ID_CONFLICT_POLICY_FAIL,
		WorkflowExecutionErrorWhenAlreadyStarted: true,
		Memo:                                     map[string]any{memoRequest: digest, "startedBy": o.Subject},
		TypedSearchAttributes:                    o.searchAttributes(ctx),
	}, start.WorkflowType, start.Arguments...)
	var there *serviceerror.WorkflowExecutionAlreadyStarted
	if errors.As(err, &there) {
		return o.isOf(ctx, start.WorkflowID, digest)
	}
	return err == nil, err
}

func (o Own) isOf(ctx context.Context, workflowID, digest string) (bool, error) {
	found, err := o.describe(ctx, workflowID)
	if err != nil {
		return false, err
	}
	var first string
	memo := found.Memo.GetFields()[memoRequest]
	if memo == nil || connection.Converter.FromPayload(memo, &first) != nil {
		return false, nil
	}
	return first == digest, nil
}

// Taken is what another request is told that asks for an id.
func Taken(name string) error {
	return connect.NewError(connect.CodeAlreadyExists, fmt.Errorf("%s was started by another request", name))
}
