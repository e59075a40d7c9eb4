package database

import (
	"context"

	"github.com/google/uuid"
	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/propagation"
)

// Event is something that has happened, for whoever wants to know.
type Event struct {
	// Type is as in `acme.orders.v1.OrderCreated`.
	Type string
	// Subject is the name of the resource.
	Subject string
	// Data is JSON of the resource after it.
	Data []byte
}

// writeEvents writes events beside the change that they tell of; a relay reads
// them from there.
func writeEvents(ctx context.Context, tx *Work) error {
	carrier := propagation.MapCarrier{}
	otel.GetTextMapPropagator().Inject(ctx, carrier)
	for _, event := range tx.events {
		id, err := uuid.NewV7()
		if err != nil {
			return err
		}
		if _, err := tx.Exec(ctx,
			`INSERT INTO outbox (tenant_id, event_id, type, subject, data, traceparent)
			 VALUES ($1, $2, $3, $4, $5, NULLIF($6, ''))`,
			tx.TenantID, id, event.Type, event.Subject, event.Data, carrier["traceparent"],
		); err != nil {
			return err
		}
	}
	return nil
}
