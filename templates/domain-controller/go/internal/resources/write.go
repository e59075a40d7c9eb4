package resources

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"connectrpc.com/connect"
	"github.com/google/uuid"
	"google.golang.org/protobuf/encoding/protojson"

	"service/internal/database"
)

// Transition is what a business command does: it leads from one of some states
// to another.
type Transition struct {
	Command string
	From    []string
	To      string
	// Event is the type of the event, without its package.
	Event string
}

// Create stores a new one.
func (r Repository[M]) Create(ctx context.Context, tx *database.Work, input M) (M, error) {
	id, err := uuid.NewV7()
	if err != nil {
		var nothing M
		return nothing, err
	}
	names := []string{"tenant_id", "id"}
	places := []string{"$1", "$2"}
	values := []any{tx.TenantID, id}
	for _, field := range r.writable {
		values = append(values, toColumn(input.ProtoReflect(), field))
		names = append(names, quote(string(field.Name())))
		places = append(places, fmt.Sprintf("$%d", len(values)))
	}
	return r.write(ctx, tx, r.own("Created"),
		fmt.Sprintf("INSERT INTO %s (%s) VALUES (%s) RETURNING %s",
			r.table, strings.Join(names, ", "), strings.Join(places, ", "), r.columns),
		values...)
}

// Update changes the fields that the mask names; the others keep what they have.
func (r Repository[M]) Update(ctx context.Context, tx *database.Work, input M, mask []string) (M, error) {
	var nothing M
	fields, err := maskedFields(r.writable, mask)
	if err != nil {
		return nothing, err
	}
	found, err := r.lock(ctx, tx, input)
	if err != nil {
		return nothing, err
	}
	sets := []string{"version = version + 1", "update_time = now()"}
	values := []any{tx.TenantID, found.id()}
	for _, field := range fields {
		values = append(values, toColumn(input.ProtoReflect(), field))
		sets = append(sets, fmt.Sprintf("%s = $%d", quote(string(field.Name())), len(values)))
	}
	return r.write(ctx, tx, r.own("Updated"),
		fmt.Sprintf("UPDATE %s SET %s WHERE tenant_id = $1 AND id = $2 RETURNING %s",
			r.table, strings.Join(sets, ", "), r.columns),
		values...)
}

// Transition changes the state, and says `failed_precondition` where the one
// that it has does not allow it.
func (r Repository[M]) Transition(
	ctx context.Context,
	tx *database.Work,
	request named,
	transition Transition,
) (M, error) {
	var nothing M
	found, err := r.lock(ctx, tx, request)
	if err != nil {
		return nothing, err
	}
	state := found["state"].(string)
	if !slices.Contains(transition.From, state) {
		return nothing, connect.NewError(connect.CodeFailedPrecondition,
			fmt.Errorf("%s is for %s, and this is %s",
				transition.Command, strings.Join(transition.From, " or "), state))
	}
	return r.write(ctx, tx, transition.Event,
		fmt.Sprintf(`UPDATE %s SET state = $3, version = version + 1, update_time = now()
			WHERE tenant_id = $1 AND id = $2 RETURNING %s`, r.table, r.columns),
		tx.TenantID, found.id(), transition.To)
}

// Delete deletes one.
func (r Repository[M]) Delete(ctx context.Context, tx *database.Work, request named) error {
	found, err := r.lock(ctx, tx, request)
	if err != nil {
		return err
	}
	_, err = r.write(ctx, tx, r.own("Deleted"),
		fmt.Sprintf("DELETE FROM %s WHERE tenant_id = $1 AND id = $2 RETURNING %s", r.table, r.columns),
		tx.TenantID, found.id())
	return err
}

// write runs a statement that returns the row, and tells of it.
func (r Repository[M]) write(
	ctx context.Context,
	tx *database.Work,
	event string,
	sql string,
	arguments ...any,
) (M, error) {
	var nothing M
	written, err := queryRow(ctx, tx, sql, arguments...)
	if err != nil {
		return nothing, err
	}
	message, err := r.toMessage(written)
	if err != nil {
		return nothing, err
	}
	data, err := protojson.Marshal(message)
	if err != nil {
		return nothing, err
	}
	tx.Emit(database.Event{Type: r.eventType(event), Subject: message.GetName(), Data: data})
	return message, nil
}
