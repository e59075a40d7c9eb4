package connection

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"

	"go.temporal.io/api/enums/v1"
	"go.temporal.io/api/operatorservice/v1"
	"go.temporal.io/api/serviceerror"
	"go.temporal.io/sdk/client"
	"go.temporal.io/sdk/temporal"

	"service/internal/bpmn"
)

// By what the factory finds instances.
var (
	TenantKey   = temporal.NewSearchAttributeKeyKeyword("AmeideTenant")
	ArtifactKey = temporal.NewSearchAttributeKeyKeyword("AmeideArtifact")
	RevisionKey = temporal.NewSearchAttributeKeyInt64("AmeideRevision")
)

// needed are the search attributes of all instances.
var needed = map[string]enums.IndexedValueType{
	bpmn.OpenAttribute:    enums.INDEXED_VALUE_TYPE_KEYWORD_LIST,
	TenantKey.GetName():   enums.INDEXED_VALUE_TYPE_KEYWORD,
	ArtifactKey.GetName(): enums.INDEXED_VALUE_TYPE_KEYWORD,
	RevisionKey.GetName(): enums.INDEXED_VALUE_TYPE_INT,
}

// EnsureAttributes adds the search attributes that the namespace does not know,
// and returns those that it knows then. Who may not add them does with what is
// there; any other error says what is missing.
func EnsureAttributes(ctx context.Context, in client.Client, namespace string) (map[string]bool, error) {
	listed, err := in.OperatorService().ListSearchAttributes(ctx, &operatorservice.ListSearchAttributesRequest{
		Namespace: namespace,
	})
	// not everybody may list them; adding will tell
	if err != nil && !isRefused(err) {
		return nil, err
	}
	known := map[string]bool{}
	for name := range listed.GetCustomAttributes() {
		known[name] = true
	}
	missing := maps.Clone(needed)
	maps.DeleteFunc(missing, func(name string, _ enums.IndexedValueType) bool { return known[name] })
	if len(missing) == 0 {
		return known, nil
	}
	_, err = in.OperatorService().AddSearchAttributes(ctx, &operatorservice.AddSearchAttributesRequest{
		Namespace:        namespace,
		SearchAttributes: missing,
	})
	var there *serviceerror.AlreadyExists
	if isRefused(err) {
		return known, nil
	}
	if err != nil && !errors.As(err, &there) {
		return nil, fmt.Errorf("the search attributes %v have to be added to the namespace %s: %w",
			slices.Sorted(maps.Keys(missing)), namespace, err)
	}
	for name := range missing {
		known[name] = true
	}
	return known, nil
}

// RequireOpenAttribute is EnsureAttributes for a worker, whose workflows tell what
// is open: without this attribute Temporal would refuse all that they do.
func RequireOpenAttribute(ctx context.Context, in client.Client, namespace string) error {
	known, err := EnsureAttributes(ctx, in, namespace)
	if err != nil || known[bpmn.OpenAttribute] {
		return err
	}
	return fmt.Errorf("the namespace %[1]s has no search attribute %[2]s, and it cannot be added; run: "+
		"temporal operator search-attribute create --namespace %[1]s --name %[2]s --type KeywordList",
		namespace, bpmn.OpenAttribute)
}

func isRefused(err error) bool {
	var denied *serviceerror.PermissionDenied
	var unknown *serviceerror.Unimplemented
	return errors.As(err, &denied) || errors.As(err, &unknown)
}
