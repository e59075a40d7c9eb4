package contract

import (
	"context"
	"testing"

	"connectrpc.com/connect"
	"github.com/golang-jwt/jwt/v5"
	"github.com/google/uuid"
	"google.golang.org/protobuf/proto"

	"service/test/support"
)

// resource is the message of an aggregate.
type resource interface {
	proto.Message
	GetName() string
	GetEtag() string
}

// methods are those of an aggregate's service, through its generated client.
// The id is the one of the request; no context is sent where it is empty.
type methods[M resource] struct {
	create func(ctx context.Context, id string, input M) (M, error)
	get    func(ctx context.Context, name string) (M, error)
	list   func(ctx context.Context, size int32, token string) ([]M, string, error)
	update func(ctx context.Context, id string, input M, mask ...string) (M, error)
	delete func(ctx context.Context, id, name, etag string) error
	// commands are by their names, as SubmitOrder.
	commands map[string]func(ctx context.Context, id, name string) (M, error)
}

// violation is a value that the rules of a field forbid, as order.customer.
type violation struct {
	field string
	value any
}

// command leads from some states to another.
type command struct {
	from  []string
	to    string
	event string
}

// aggregate is what there is to know of one to test it.
type aggregate[M resource] struct {
	// service is as in acme.orders.v1.OrderService, prefix as in acme.orders.v1.Order.
	service, prefix   string
	collection, table string
	// first and second have valid values that differ where they can.
	first, second M
	// masked is a field of them.
	masked     string
	client     func(httpClient connect.HTTPClient, url string, options ...connect.ClientOption) methods[M]
	violations []violation
	commands   map[string]command
}

// suite is an aggregate with a service that runs.
type suite[M resource] struct {
	aggregate[M]
	running     *support.Service
	acme, other methods[M]
}

// as returns a client of somebody with these claims.
func (s suite[M]) as(t *testing.T, claims jwt.MapClaims) methods[M] {
	t.Helper()
	return s.client(s.running.HTTP, s.running.URL, s.running.As(t, claims))
}

// make makes one.
func (s suite[M]) make(t *testing.T, client methods[M]) M {
	t.Helper()
	made, err := client.create(t.Context(), uuid.NewString(), s.first)
	if err != nil {
		t.Fatal(err)
	}
	return made
}

// withName is a copy of an input that says which resource it means.
func withName[M resource](input M, name, etag string) M {
	named := proto.CloneOf(input)
	set(named, "name", name)
	set(named, "etag", etag)
	return named
}

func testAggregate[M resource](t *testing.T, tested aggregate[M]) {
	s := suite[M]{aggregate: tested, running: support.NewService(t)}
	s.acme = s.as(t, nil)
	s.other = s.as(t, jwt.MapClaims{"tenantId": "other"})
	t.Run("makes one, and reads it again", s.makesOne)
	t.Run("lists pages until there are no more", s.listsPages)
	t.Run("changes what the mask names and nothing else", s.changesWhatIsNamed)
	t.Run("does not overwrite what is newer", s.keepsWhatIsNewer)
	t.Run("deletes", s.deletes)
	t.Run("does a request once, however often and however parallel it comes", s.doesOnce)
	t.Run("does a request again that failed", s.doesAgainWhatFailed)
	t.Run("tells what happened, in the same transaction", s.tellsWhatHappened)
	t.Run("keeps tenants apart: what is another tenant's is not there", s.keepsTenantsApart)
	t.Run("takes the tenant from the token, never from a name", s.takesTenantFromToken)
	t.Run("is for those who signed in, and only for what they may", s.letsNobodyElseIn)
	t.Run("refuses what does not fit the rules, and says where", s.refusesWhatDoesNotFit)
	t.Run("logs whose request it was, and nothing of what is in it", s.logsRequests)
	t.Run("measures how long its requests take, as fine as the alerts ask", s.measuresRequests)
	t.Run("speaks gRPC and gRPC-Web too", s.speaksGRPC)
	for name, command := range tested.commands {
		t.Run("leads by "+name+" to "+command.to, func(t *testing.T) { s.leads(t, name, command) })
	}
}
