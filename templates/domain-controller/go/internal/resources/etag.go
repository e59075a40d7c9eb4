package resources

import (
	"fmt"
	"strconv"

	"connectrpc.com/connect"
)

// etagOf changes whenever the resource does.
func etagOf(version int64) string {
	return strconv.Quote(strconv.FormatInt(version, 10))
}

// checkEtag says `aborted` where the resource is another one by now. An empty
// etag means that the caller does not mind what happened meanwhile.
func checkEtag(etag string, version int64) error {
	if etag == "" || etag == etagOf(version) {
		return nil
	}
	return connect.NewError(connect.CodeAborted,
		fmt.Errorf("the etag is old, it is %s now; read it again", etagOf(version)))
}
