// Package resources has what all aggregates have alike: names, pages, masks,
// etags, and how they are stored.
package resources

import (
	"fmt"
	"regexp"

	"connectrpc.com/connect"
)

// name is a resource's name, taken apart: `tenants/{tenant}/{collection}/{id}`.
type name struct {
	tenantID string
	id       string
}

var namePattern = regexp.MustCompile(
	`^tenants/([a-z0-9-]+)/([^/]+)/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$`,
)

func formatName(collection string, n name) string {
	return fmt.Sprintf("tenants/%s/%s/%s", n.tenantID, collection, n.id)
}

// parseName says `invalid_argument` where the text is no name in the collection.
func parseName(collection, text string) (name, error) {
	parts := namePattern.FindStringSubmatch(text)
	if parts == nil || parts[2] != collection {
		return name{}, connect.NewError(connect.CodeInvalidArgument,
			fmt.Errorf("a name has to be like tenants/{tenant}/%s/{uuid}", collection))
	}
	return name{tenantID: parts[1], id: parts[3]}, nil
}
