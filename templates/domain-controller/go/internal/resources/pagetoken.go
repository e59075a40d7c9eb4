package resources

import (
	"encoding/base64"
	"encoding/json"
	"errors"

	"connectrpc.com/connect"
	"github.com/google/uuid"
)

const (
	defaultPageSize = 50
	mostPageSize    = 200
)

// pageSizeOf is how many a page holds; whoever asks for none or too many gets
// what is usual.
func pageSizeOf(asked int32) int {
	if asked <= 0 {
		return defaultPageSize
	}
	return min(int(asked), mostPageSize)
}

// formatPageToken says where the next page of a collection starts. It is no
// secret: row-level security is what hides rows.
func formatPageToken(collection string, after uuid.UUID) string {
	// an array of two strings can always be written
	text, _ := json.Marshal([2]string{collection, after.String()})
	return base64.RawURLEncoding.EncodeToString(text)
}

// parsePageToken returns nothing for the first page, and says `invalid_argument`
// where the token is not one of this collection's.
func parsePageToken(collection, token string) (*uuid.UUID, error) {
	if token == "" {
		return nil, nil
	}
	var parts [2]string
	text, err := base64.RawURLEncoding.DecodeString(token)
	if err == nil {
		err = json.Unmarshal(text, &parts)
	}
	after, invalid := uuid.Parse(parts[1])
	if err != nil || invalid != nil || parts[0] != collection {
		return nil, connect.NewError(connect.CodeInvalidArgument,
			errors.New("the page token is not from this method; start again without one"))
	}
	return &after, nil
}
