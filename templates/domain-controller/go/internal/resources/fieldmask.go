package resources

import (
	"fmt"
	"slices"
	"strings"

	"connectrpc.com/connect"
	"google.golang.org/protobuf/reflect/protoreflect"
)

// maskedFields returns the fields that a mask names; all that can be changed
// where it names none or is `*`, as AIP-134 has it. It says `invalid_argument`
// where one cannot be changed.
func maskedFields(
	writable []protoreflect.FieldDescriptor,
	paths []string,
) ([]protoreflect.FieldDescriptor, error) {
	if len(paths) == 0 || slices.Contains(paths, "*") {
		return writable, nil
	}
	var masked []protoreflect.FieldDescriptor
	for _, path := range slices.Compact(slices.Sorted(slices.Values(paths))) {
		found := slices.IndexFunc(writable, func(field protoreflect.FieldDescriptor) bool {
			return string(field.Name()) == path
		})
		if found < 0 {
			return nil, connect.NewError(connect.CodeInvalidArgument,
				fmt.Errorf("update_mask: %q is no field that can be changed; there are %s",
					path, strings.Join(namesOf(writable), ", ")))
		}
		masked = append(masked, writable[found])
	}
	return masked, nil
}

func namesOf(fields []protoreflect.FieldDescriptor) []string {
	var names []string
	for _, field := range fields {
		names = append(names, string(field.Name()))
	}
	return names
}
