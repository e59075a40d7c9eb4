package contract

import (
	"testing"

	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protoreflect"
)

// ofService are the fields that the service sets.
var ofService = []protoreflect.Name{"name", "etag", "create_time", "update_time", "state"}

func fieldOf(message proto.Message, name string) protoreflect.FieldDescriptor {
	return message.ProtoReflect().Descriptor().Fields().ByName(protoreflect.Name(name))
}

// set sets a field of any kind, or clears it.
func set(message proto.Message, name string, value any) {
	field := fieldOf(message, name)
	switch value := value.(type) {
	case nil:
		message.ProtoReflect().Clear(field)
	case proto.Message:
		message.ProtoReflect().Set(field, protoreflect.ValueOfMessage(value.ProtoReflect()))
	case int:
		message.ProtoReflect().Set(field, number(field, value))
	default:
		message.ProtoReflect().Set(field, protoreflect.ValueOf(value))
	}
}

func number(field protoreflect.FieldDescriptor, value int) protoreflect.Value {
	switch field.Kind() {
	case protoreflect.EnumKind:
		return protoreflect.ValueOfEnum(protoreflect.EnumNumber(value))
	case protoreflect.Int32Kind:
		return protoreflect.ValueOfInt32(int32(value))
	case protoreflect.DoubleKind:
		return protoreflect.ValueOfFloat64(float64(value))
	default:
		return protoreflect.ValueOfInt64(int64(value))
	}
}

// with is a copy of a message with one field of another.
func with[M resource](message, other M, name string) M {
	changed := proto.CloneOf(message)
	field := fieldOf(message, name)
	if other.ProtoReflect().Has(field) {
		changed.ProtoReflect().Set(field, other.ProtoReflect().Get(field))
	} else {
		changed.ProtoReflect().Clear(field)
	}
	return changed
}

// stateOf is the name of a resource's state.
func stateOf(message proto.Message) string {
	field := fieldOf(message, "state")
	number := message.ProtoReflect().Get(field).Enum()
	return string(field.Enum().Values().ByNumber(number).Name())
}

// wantContent fails the test where a resource, without what the service sets,
// is another one.
func wantContent[M resource](t *testing.T, got, want M) {
	t.Helper()
	content := proto.CloneOf(got)
	for _, name := range ofService {
		if field := fieldOf(content, string(name)); field != nil {
			content.ProtoReflect().Clear(field)
		}
	}
	if !proto.Equal(content, want) {
		t.Errorf("got %v, want %v", content, want)
	}
}
