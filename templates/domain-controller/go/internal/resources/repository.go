package resources

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protoreflect"
	"google.golang.org/protobuf/types/known/timestamppb"
)

// outputOnly are set by the service; what a caller says in them is not looked at.
var outputOnly = []string{"name", "etag", "create_time", "update_time", "state"}

// Resource is the message of an aggregate.
type Resource interface {
	proto.Message
	named
}

// named is whatever says which resource it means, and which state of it.
type named interface {
	GetName() string
	GetEtag() string
}

// Repository reads and writes one aggregate. Every query names the tenant, and
// row-level security insists on it.
type Repository[M Resource] struct {
	message    protoreflect.MessageType
	collection string
	table      string
	// writable are the fields that a caller may set; each has a column.
	writable []protoreflect.FieldDescriptor
	stored   []protoreflect.FieldDescriptor
	columns  string
}

// NewRepository reads off the message how its aggregate is stored.
//
// The collection is what it is called in names of resources, as in
// `orderLines`; the table is as in `order_lines`.
func NewRepository[M Resource](collection, table string) Repository[M] {
	var nothing M
	r := Repository[M]{
		message:    nothing.ProtoReflect().Type(),
		collection: collection,
		table:      quote(table),
	}
	fields := r.message.Descriptor().Fields()
	for i := range fields.Len() {
		field := fields.Get(i)
		if !slices.Contains(outputOnly, string(field.Name())) {
			assertStorable(field)
			r.writable = append(r.writable, field)
		}
	}
	r.stored = r.writable
	if state := fields.ByName("state"); state != nil {
		r.stored = append(slices.Clip(r.writable), state)
	}
	// never "*": it would change its meaning while a migration runs
	r.columns = "tenant_id, id, version, create_time, update_time"
	for _, name := range namesOf(r.stored) {
		r.columns += ", " + quote(name)
	}
	return r
}

// own is the event of something that happens to all aggregates, as in `OrderCreated`.
func (r Repository[M]) own(what string) string {
	return string(r.message.Descriptor().Name()) + what
}

// eventType is an event with its package, as in `acme.orders.v1.OrderCreated`.
func (r Repository[M]) eventType(event string) string {
	return fmt.Sprintf("%s.%s", r.message.Descriptor().ParentFile().Package(), event)
}

func (r Repository[M]) toMessage(row row) (M, error) {
	message := r.message.New()
	set := func(name protoreflect.Name, value any) {
		message.Set(r.message.Descriptor().Fields().ByName(name), protoreflect.ValueOf(value))
	}
	set("name", formatName(r.collection, name{tenantID: row["tenant_id"].(string), id: row.id().String()}))
	set("etag", etagOf(row.version()))
	set("create_time", timestamppb.New(row["create_time"].(time.Time)).ProtoReflect())
	set("update_time", timestamppb.New(row["update_time"].(time.Time)).ProtoReflect())
	for _, field := range r.stored {
		if err := setColumn(message, field, row[string(field.Name())]); err != nil {
			return message.Interface().(M), err
		}
	}
	return message.Interface().(M), nil
}

// quote makes a name of SQL of one that may be a word of SQL.
func quote(name string) string {
	return `"` + strings.ReplaceAll(name, `"`, `""`) + `"`
}
