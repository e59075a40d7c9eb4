package resources

import (
	"fmt"
	"time"

	"google.golang.org/protobuf/reflect/protoreflect"
	"google.golang.org/protobuf/types/known/timestamppb"
)

const timestampName = "google.protobuf.Timestamp"

// assertStorable panics where a field has no kind of column, which is found
// when the service starts.
func assertStorable(field protoreflect.FieldDescriptor) {
	switch field.Kind() {
	case protoreflect.BoolKind, protoreflect.Int32Kind, protoreflect.Int64Kind,
		protoreflect.DoubleKind, protoreflect.StringKind, protoreflect.EnumKind:
		if field.Cardinality() != protoreflect.Repeated {
			return
		}
	case protoreflect.MessageKind:
		if field.Message().FullName() == timestampName && !field.IsList() {
			return
		}
	}
	panic(fmt.Sprintf("%s has no column", field.FullName()))
}

// toColumn returns the value of a field as PostgreSQL takes it: enums by name.
func toColumn(message protoreflect.Message, field protoreflect.FieldDescriptor) any {
	value := message.Get(field)
	switch field.Kind() {
	case protoreflect.EnumKind:
		// validated before: it is one of those that are defined
		return string(field.Enum().Values().ByNumber(value.Enum()).Name())
	case protoreflect.MessageKind:
		if !message.Has(field) {
			return nil
		}
		return value.Message().Interface().(*timestamppb.Timestamp).AsTime()
	default:
		return value.Interface()
	}
}

// setColumn sets a field to what PostgreSQL has.
func setColumn(message protoreflect.Message, field protoreflect.FieldDescriptor, column any) error {
	if column == nil {
		return nil
	}
	switch field.Kind() {
	case protoreflect.EnumKind:
		value := field.Enum().Values().ByName(protoreflect.Name(column.(string)))
		if value == nil {
			return fmt.Errorf("%s has no value %v", field.FullName(), column)
		}
		message.Set(field, protoreflect.ValueOfEnum(value.Number()))
	case protoreflect.MessageKind:
		stamp := timestamppb.New(column.(time.Time))
		message.Set(field, protoreflect.ValueOfMessage(stamp.ProtoReflect()))
	default:
		message.Set(field, protoreflect.ValueOf(column))
	}
	return nil
}
