package database

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"

	"connectrpc.com/connect"
	"google.golang.org/protobuf/proto"

	"service/internal/caller"
)

// Once does what a request asks for once. The same request id again, by the
// same subject with the same content, gets the first answer; with another
// content it is refused. A request that is being served meanwhile is waited for.
func Once[O proto.Message](
	ctx context.Context,
	tx *Work,
	requestID string,
	request proto.Message,
	work func() (O, error),
) (O, error) {
	var nothing O
	digest, err := digestOf(ctx, request)
	if err != nil {
		return nothing, err
	}
	inserted, err := tx.Exec(ctx,
		`INSERT INTO idempotency_keys (tenant_id, request_id, digest) VALUES ($1, $2, $3)
		 ON CONFLICT DO NOTHING`,
		tx.TenantID, requestID, digest,
	)
	if err != nil {
		return nothing, err
	}
	if inserted.RowsAffected() == 0 {
		first := nothing.ProtoReflect().Type().New().Interface().(O)
		return first, readAnswer(ctx, tx, requestID, digest, first)
	}
	answer, err := work()
	if err != nil {
		return nothing, err
	}
	encoded, err := proto.Marshal(answer)
	if err != nil {
		return nothing, err
	}
	_, err = tx.Exec(ctx,
		"UPDATE idempotency_keys SET response = $3 WHERE tenant_id = $1 AND request_id = $2",
		tx.TenantID, requestID, encoded,
	)
	return answer, err
}

func readAnswer(ctx context.Context, tx *Work, requestID string, digest []byte, answer proto.Message) error {
	var first, encoded []byte
	err := tx.QueryRow(ctx,
		"SELECT digest, response FROM idempotency_keys WHERE tenant_id = $1 AND request_id = $2",
		tx.TenantID, requestID,
	).Scan(&first, &encoded)
	if err != nil {
		return err
	}
	if !bytes.Equal(first, digest) {
		return connect.NewError(connect.CodeFailedPrecondition,
			errors.New("the request id was used for another request; make a new one"))
	}
	return proto.Unmarshal(encoded, answer)
}

func digestOf(ctx context.Context, request proto.Message) ([]byte, error) {
	who, err := caller.Current(ctx)
	if err != nil {
		return nil, err
	}
	content, err := proto.MarshalOptions{Deterministic: true}.Marshal(request)
	if err != nil {
		return nil, err
	}
	hash := sha256.New()
	fmt.Fprintf(hash, "%s\x00%s\x00%s", who.Subject, request.ProtoReflect().Descriptor().FullName(), content)
	return hash.Sum(nil), nil
}
